import type { DueTone } from '../../kit/ui/due-mark.tsx';
import { TONES } from '../../kit/ui/standing-mark.tsx';
import type { DeskRow } from './desk-address.ts';

/** The colour of a standing that the server tells; what has no term has none. */
export const toneOf = (standing: DeskRow['standing']): DueTone => (standing === null ? 'none' : TONES[standing.is]);
