import type { JSX } from 'react';
import { dayTime, number } from '../../kit/format/format.ts';
import { useWords, type Words } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { titleOfStep } from './said.ts';
import type { HolderSpan } from './use-holders.ts';

/** One stretch: from when to when, who had it in which capacity, how long in working time, and whether in its term; before leaders nobody is late. */
export function HolderRow({ span }: { readonly span: HolderSpan }): JSX.Element {
  const t = useWords('dossier');
  return (
    <tr>
      <td className="num dossier-when">{dayTime(span.from)}<span className="dossier-line">{span.running ? t('holders.now') : dayTime(span.to)}</span></td>
      <th scope="row">
        {span.holders.map((h, i) => (
          <span key={h.task ?? i} className="dossier-line">{h.person?.name ?? h.body?.name ?? h.unit?.name ?? h.candidates.map((c) => c.name).join('; ')}
            {h.person === null && h.candidates.length > 0 && (h.body ?? h.unit) !== null ? <span className="quiet dossier-small dossier-line">{t('holders.candidates', { n: h.candidates.length, names: h.candidates.slice(0, 2).map((c) => c.name).join('; ') + (h.candidates.length > 2 ? '; …' : '') })}</span> : null}
          </span>
        ))}
        <span className="quiet dossier-small dossier-line">{inLanguage(span.words)}</span>
      </th>
      <td>{span.step === null ? '' : titleOfStep(span.step)}</td>
      <td className="num">{longWords(t, span)}</td>
      <td>{span.leaders || span.late === null ? '—' : <span className={span.late ? 'dossier-late' : undefined}>{t(span.late ? 'holders.isLate' : 'holders.inTerm')}</span>}</td>
    </tr>
  );
}

function longWords(t: Words, { workingDays, workingMinutes }: HolderSpan): string {
  if (workingDays >= 1) return t('holders.days', { n: number(workingDays, Number.isInteger(workingDays) ? 0 : 1) });
  return workingMinutes >= 60 ? t('holders.hours', { h: Math.floor(workingMinutes / 60), m: workingMinutes % 60 }) : t('holders.minutes', { n: workingMinutes });
}
