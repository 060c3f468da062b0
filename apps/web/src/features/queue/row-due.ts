import type { DueTone } from '../../kit/ui/due-mark.tsx';
import type { DeskRow } from './desk-address.ts';

const TONES: Readonly<Record<NonNullable<DeskRow['standing']>['is'], DueTone>> = { onTime: 'later', soon: 'soon', due: 'today', late: 'overdue', beforeLeaders: 'leaders', paused: 'paused' };

/** The colour of a standing that the server tells; what has no term has none. */
export const toneOf = (standing: DeskRow['standing']): DueTone => (standing === null ? 'none' : TONES[standing.is]);
