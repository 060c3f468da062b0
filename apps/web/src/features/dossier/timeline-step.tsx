import type { JSX } from 'react';
import { day, dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { DecisionLine } from './decision-line.tsx';
import { outcomeWords, said, titleOfStep } from './said.ts';
import { StandingMark } from '../../kit/ui/standing-mark.tsx';
import { TaskLine } from './task-line.tsx';
import { WhyDue } from './why-due.tsx';
import type { Dossier, DossierStep } from './use-dossier.ts';

/** One step: what it was, when, how it ended, and what each person in it said. */
export function TimelineStep({ dossier, step }: { readonly dossier: Dossier; readonly step: DossierStep }): JSX.Element {
  const t = useWords('dossier');
  const tasks = dossier.tasks.filter((x) => x.step === step.id);
  const decisions = dossier.decisions.filter((d) => tasks.some((x) => x.id === d.task));
  const without = tasks.filter((x) => x.state === 'open' || !decisions.some((d) => d.task === x.id));
  return (
    <li className={`dossier-step dossier-step-${step.state}`}>
      <p className="dossier-step-head">
        <strong>{titleOfStep(step)}</strong> <span className="quiet">{said(t, `step.kind.${step.kind}`, step.kind)}</span>
        <span className="dossier-outcome">{step.state === 'open' ? t('step.open') : step.state === 'cancelled' ? t('step.cancelled') : step.outcome === null ? t('step.settled') : outcomeWords(t, step.outcome)}</span>
      </p>
      <p className="dossier-small quiet">
        <span className="num">{dayTime(step.openedAt)}{step.settledAt === null ? '' : ` → ${dayTime(step.settledAt)}`}</span>
        {step.due === null ? null : <> · {t('step.due', { day: day(step.due.end) })}</>}
        {step.standing === null ? null : <> <StandingMark standing={step.standing} /></>}
        {step.due === null ? null : <> <WhyDue due={step.due} title={titleOfStep(step)} /></>}
      </p>
      {step.arithmetic === null ? null : <p className="dossier-arithmetic">{inLanguage(step.arithmetic)}</p>}
      <ul className="dossier-said">
        {decisions.map((d) => <DecisionLine key={d.id} dossier={dossier} decision={d} />)}
        {without.map((x) => <TaskLine key={x.id} task={x} />)}
        {dossier.lateness.filter((l) => l.step === step.id).map((l) => <li key={`${l.task}.${l.at}`}><strong>{t('step.lateness')}</strong> · {l.by.name} · <span className="num quiet">{dayTime(l.at)}</span>{l.reason === null ? null : <blockquote>{l.reason}</blockquote>}</li>)}
      </ul>
    </li>
  );
}
