import { openSteps, type Case, type CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { reckonAgain, reckonDue } from '../deadlines/reckon.ts';
import { dueChanged, type Dues, type NewDue, type StepDue } from '../deadlines/step-due.ts';
import { lapses, type Terms } from '../ladders/plan-rungs.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';

/** The terms of a dossier's open steps as they stand, and what terms are counted from beside the opening. */
export interface StandingTerms { readonly dues: Dues; readonly submission: Date | null; readonly itemDeadline: string | null }

/** What terms of another version are reckoned with; without `standing` they are left alone. */
export interface MigrationTerms { readonly now: Date; readonly means: Means; readonly terms: Terms; readonly standing: StandingTerms | undefined }

/**
 * Open steps whose term, ladder or lapse is another one in the version that the dossier moves to: reckoned from when each opened, with the pauses and longer terms it has
 * had. A date that stands is never brought forward nor taken away; what was said stays said. The rungs of a suspended dossier stay parked.
 */
export function termsInVersion(c: Case, from: Route, to: Route, paths: ReadonlyMap<string, string>, by: string, { now, means, terms, standing }: MigrationTerms): Fact[] {
  if (!standing) return [];
  return openSteps(c).flatMap((step): Fact[] => {
    const moved: CaseStep = { ...step, path: paths.get(step.id) ?? step.path };
    const was = standing.dues[step.id];
    const rule = workRule(to, moved.path);
    if (was === undefined || saysTheSame(workRule(from, step.path), rule)) return [];
    const fact = dueChanged(to, moved, was, { ...later(rule, was, standing, now, terms), because: 'migrated', by, now }, terms, means);
    return [c.suspended ? { ...fact, derived: { ...fact.derived, rungs: [] } } : fact];
  });
}

function saysTheSame(a: WorkRule, b: WorkRule): boolean {
  return JSON.stringify([a.due, a.ladder, lapses(a)]) === JSON.stringify([b.due, b.ladder, lapses(b)]);
}

function later(rule: WorkRule, was: StepDue, { submission, itemDeadline }: StandingTerms, now: Date, { calendar }: Terms): Pick<NewDue, 'dueAt' | 'due'> {
  const stands = { dueAt: was.dueAt === null ? null : new Date(was.dueAt), due: was.due ?? null };
  const opening = was.openedAt === undefined ? now : new Date(was.openedAt);
  const fresh = rule.due === undefined ? null : reckonDue(rule.due, { opening, submission, itemDeadline, calendar });
  if (fresh === null) return stands;
  const changed = reckonAgain({ ...fresh.due, changes: was.due?.changes ?? [] }, calendar);
  return stands.dueAt !== null && stands.dueAt > changed.dueAt ? stands : changed;
}
