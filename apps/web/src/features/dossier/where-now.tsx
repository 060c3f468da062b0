import type { JSX } from 'react';
import { day, number } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords, type Words } from '../../kit/words/use-words.ts';
import { titleOfStep } from './said.ts';
import { StandingMark } from '../../kit/ui/standing-mark.tsx';
import type { Dossier, DossierStep } from './use-dossier.ts';
import { useHolders, type Holders, type HolderSpan } from './use-holders.ts';
import { WhyDue } from './why-due.tsx';

const NAMED = 3;
const AROUND = new Set(['parallel', 'route', 'choice']);

/** In whose hands the dossier lies now: a line for each open step, with since when, by when, and why by then. */
export function WhereNow({ dossier }: { readonly dossier: Dossier }): JSX.Element | null {
  const t = useWords('dossier');
  const { data: holders } = useHolders(dossier.id);
  const open = dossier.steps.filter((s) => s.state === 'open' && !AROUND.has(s.kind));
  if (open.length === 0) return null;
  return <ul className="dossier-where" aria-label={t('where.label')}>{open.map((step) => <li key={step.id}><Place dossier={dossier} step={step} holders={holders} /></li>)}</ul>;
}

function Place({ dossier, step, holders }: { readonly dossier: Dossier; readonly step: DossierStep; readonly holders: Holders | undefined }): JSX.Element {
  const t = useWords('dossier');
  const spans = spansOf(holders, step.id);
  const now = spans.at(-1);
  const who = now === undefined ? tasksHolders(dossier, step) : spanHolders(now);
  return (
    <>
      <span className="dossier-place">
        {t(now?.is === 'offered' ? 'where.offered' : now?.leaders === true ? 'where.leaders' : 'where.at')} <strong>{listed(t, who)}</strong>
        <span className="quiet"> · {titleOfStep(step)}{step.standing?.is === 'beforeLeaders' ? '' : ` · ${sinceWords(t, step, spans)}`}</span>
      </span>
      <span className="dossier-term">
        {step.standing === null ? null : <StandingMark standing={step.standing} />}
        {step.due === null ? null : <WhyDue due={step.due} title={titleOfStep(step)} />}
      </span>
    </>
  );
}

/** The spans of a step that are not followed by another step in their lane; the last is the one that goes on. */
function spansOf(holders: Holders | undefined, step: string): readonly HolderSpan[] {
  const lane = holders?.lanes.find(({ spans }) => spans.some((s) => s.running && s.step?.id === step));
  return lane?.spans.filter((s) => s.step?.id === step) ?? [];
}

/** Since when whoever has it has had it; where several have it, since the step was opened. */
function sinceWords(t: Words, step: DossierStep, spans: readonly HolderSpan[]): string {
  const now = spans.at(-1);
  if (now === undefined) return t('where.since', { day: day(step.openedAt) });
  const several = now.holders.length > 1;
  const from = day(several ? step.openedAt : now.from);
  const days = Math.floor(several ? spans.reduce((sum, s) => sum + s.workingDays, 0) : now.workingDays);
  return days === 0 ? t('where.since', { day: from }) : t('where.sinceDays', { day: from, days: number(days) });
}

const spanHolders = (span: HolderSpan): string[] => [...new Set(span.holders.map((h) => h.person?.name ?? h.body?.name ?? h.unit?.name ?? h.candidates.map((c) => c.name).join(', ')).filter((name) => name !== ''))];

const tasksHolders = ({ tasks }: Dossier, { id, title }: DossierStep): string[] =>
  [...new Set(tasks.filter((x) => x.step === id && x.state === 'open').map((x) => x.holder?.name ?? x.unit?.name ?? x.candidates[0]?.name ?? inLanguage(title)))];

/** Some names, and how many more there are. */
function listed(t: Words, names: readonly string[]): string {
  if (names.length === 0) return t('where.system');
  const shown = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  return shown.length === names.length ? shown.join('; ') : t('where.andMore', { names: shown.join('; '), n: names.length - shown.length });
}
