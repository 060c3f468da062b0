import type { JSX } from 'react';
import { day, dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { outcomeWords } from './said.ts';
import type { Dossier, DossierDecision } from './use-dossier.ts';

/** What one person said in a step: who, for whom and by which right, what, when, and in which words. */
export function DecisionLine({ dossier, decision }: { readonly dossier: Dossier; readonly decision: DossierDecision }): JSX.Element {
  const t = useWords('dossier');
  const { actor, principal, outcome, label, at, reason, recorded, authority, signedAs, inStead, voided } = decision;
  const unit = dossier.tasks.find((x) => x.id === decision.task)?.unit ?? null;
  return (
    <li className={voided ? 'dossier-voided' : undefined}>
      <span>{signedAs === null ? '' : `${signedAs} `}{principal.name}{unit === null || principal.name.includes(unit.name) ? '' : ` (${unit.name})`}: <strong>{outcomeWords(t, outcome, label)}</strong></span>
      <span className="quiet dossier-small"> · <span className="num">{dayTime(at)}</span>
        {recorded === null ? null : <> · {t('decision.recorded', { by: recorded.by.name, day: day(recorded.on) })}{recorded.confirmedBy === null ? '' : `, ${t('decision.confirmed', { by: recorded.confirmedBy.name })}`}</>}
        {recorded === null && actor.person !== principal.person ? <> · {t(authority !== null ? 'decision.byAuthority' : inStead !== null ? 'decision.inStead' : 'decision.by', { by: actor.name, number: authority?.number ?? '' })}</> : null}
        {voided ? <> · {t('decision.voided')}</> : null}
      </span>
      {reason === null ? null : <blockquote>{reason}</blockquote>}
    </li>
  );
}
