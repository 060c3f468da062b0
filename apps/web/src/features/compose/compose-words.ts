import { addWords } from '../../kit/words/words.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

addWords('compose', { vi, en });
