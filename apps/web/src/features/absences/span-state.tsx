import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { DueMark } from '../../kit/ui/due-mark.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { isOver, type Span } from './spans.ts';

/** Whether it holds today, is to come, or is over. */
export function SpanState({ span, today }: { readonly span: Span; readonly today: string }): JSX.Element {
  const t = useWords('absences');
  if (span.holds) return <DueMark tone="done" words={t('state.holds')} />;
  if (span.endedOn !== null) return <DueMark tone="none" words={t('state.ended', { day: day(span.endedOn) })} />;
  return isOver(span, today) ? <DueMark tone="none" words={t('state.over')} /> : <DueMark tone="leaders" words={t('state.toCome')} />;
}
