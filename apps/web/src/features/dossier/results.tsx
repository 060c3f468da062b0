import type { JSX } from 'react';
import { Link } from 'react-router';
import { day, dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { outcomeWords, titleOfStep } from './said.ts';
import type { Dossier } from './use-dossier.ts';

/** What bodies and all who were asked together decided, each with the sentence that counts it; and the meetings that it stood or stands before. */
export function Results({ dossier: { steps, agenda } }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  return (
    <ul className="dossier-results">
      {agenda.map(({ step, state, meeting }) => (
        <li key={`${step}.${meeting.id}`}><Link to={`/meetings/${meeting.id}`}>{meeting.title}</Link> · {meeting.body.name} · <span className="num">{day(meeting.on)}</span> · {meeting.place} · {t(`agenda.${state}`)}</li>
      ))}
      {steps.filter((s) => s.arithmetic !== null).toReversed().map((s) => (
        <li key={s.id}>
          <strong>{titleOfStep(s)}</strong> · {s.outcome === null ? '' : outcomeWords(t, s.outcome)} {s.settledAt === null ? null : <span className="quiet num">· {dayTime(s.settledAt)}</span>}
          <p className="dossier-arithmetic">{inLanguage(s.arithmetic)}</p>
          {s.roster === null ? null : <p className="quiet dossier-small">{t('results.roster', { n: s.roster.length })}{s.corrected.added + s.corrected.removed > 0 ? ` · ${t('results.corrected', s.corrected)}` : ''}</p>}
        </li>
      ))}
    </ul>
  );
}
