import { addWords } from '../../kit/words/words.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** Both screens of the meetings use the same catalogues. */
export const addMeetingWords = (): void => addWords('meetings', { vi, en });
