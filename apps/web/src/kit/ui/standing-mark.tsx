import type { components } from '@totrinh/api-client';
import type { JSX } from 'react';
import { inLanguage } from '../words/words.ts';
import { DueMark, type DueTone } from './due-mark.tsx';

type Standing = components['schemas']['Standing'];

/** The colour of each standing; the words are the server's. */
export const TONES: Readonly<Record<Standing['is'], DueTone>> = { onTime: 'later', soon: 'soon', due: 'today', late: 'overdue', beforeLeaders: 'leaders', paused: 'paused' };

/** How a term stands, in the server's words. */
export const StandingMark = ({ standing }: { readonly standing: Standing }): JSX.Element => <DueMark tone={TONES[standing.is]} words={inLanguage(standing)} />;
