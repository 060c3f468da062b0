import type { JSX } from 'react';
import { day, dayTime } from '../../kit/format/format.ts';
import { useWords, type Words } from '../../kit/words/use-words.ts';
import { outcomeWords, roleWords, said, shortHash, titleOfPath, titleOfStep } from './said.ts';
import type { Dossier } from './use-dossier.ts';
import type { RecordEvent } from './use-events.ts';

/** One entry of the record: what happened, in which step, in whose words. */
export function EventLine({ event, dossier }: { readonly event: RecordEvent; readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const words = Object.values(event.words);
  return (
    <tr>
      <td className="num">{event.seq}</td>
      <td className="num dossier-when">{dayTime(event.at)}</td>
      <th scope="row">{said(t, `event.${event.type.replace('.', '-')}`, event.type)}<span className="quiet dossier-small dossier-line">{aboutOf(t, event, dossier)}</span>{words.map((w, i) => <span key={i} className="dossier-line dossier-words">{w ?? t('erased')}</span>)}</th>
      <td>{event.byName ?? (event.by === 'system' ? t('record.system') : event.by)}</td>
      <td><code title={event.hash}>{shortHash(event.hash)}…</code></td>
    </tr>
  );
}

/** What an entry is about, as far as it names it: the step, the document, the outcome, the number, the day. */
function aboutOf(t: Words, { data }: RecordEvent, dossier: Dossier): string {
  const text = (name: string): string | null => (typeof data[name] === 'string' ? data[name] : null);
  const step = dossier.steps.find((s) => s.id === text('step'));
  const task = dossier.tasks.find((x) => x.id === text('task'));
  const path = text('path') ?? task?.path ?? null;
  const parts = [
    step === undefined ? (path === null ? null : titleOfPath(dossier, path)) : titleOfStep(step),
    task?.unit?.name ?? null,
    text('role') === null ? null : `${roleWords(t, text('role') ?? '')}${typeof data['no'] === 'number' ? `, ${t('documents.no', { n: data['no'] })}` : ''}`,
    text('outcome') === null ? null : outcomeWords(t, text('outcome') ?? ''),
    text('number') ?? text('text'),
    /^\d{4}-\d{2}-\d{2}$/.test(text('on') ?? '') ? day(text('on') ?? '') : null,
  ];
  return parts.filter((p) => p !== null && p !== '').join(' · ');
}
