import type { JSX } from 'react';
import { DueMark, type DueTone } from '../../kit/ui/due-mark.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import type { DossierStep } from './use-dossier.ts';

type Standing = NonNullable<DossierStep['standing']>;
const TONES: Readonly<Record<Standing['is'], DueTone>> = { onTime: 'later', soon: 'soon', due: 'today', late: 'overdue', beforeLeaders: 'leaders', paused: 'paused' };

/** How an open step stands to its term, in the server's words. */
export const StandingMark = ({ standing }: { readonly standing: Standing }): JSX.Element => <DueMark tone={TONES[standing.is]} words={inLanguage(standing)} />;
