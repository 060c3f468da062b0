import { LATEST_DAY } from '../calendar/days.ts';
import { openSteps, openTasks, stepOf, type Case, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Actor } from '../case/actor.ts';
import type { Means } from '../case/facts.ts';
import type { Result } from '../result.ts';
import { workRule, type Route, type StepKind, type WorkRule } from '../route/route.ts';
import type { Circumstances } from './circumstances.ts';
import { openTaskToJudge, type TaskGate } from './task-gate.ts';

/** Who asks what they may do in which dossier. */
export interface DossierPlace { readonly c: Case; readonly route: Route; readonly actor: Actor; readonly at: Circumstances }

/** The same for one open task. */
export interface TaskPlace extends DossierPlace {
  readonly task: CaseTask;
  readonly step: CaseStep;
  readonly rule: WorkRule;
  /** What every act on the task asks first. */
  readonly gate: Result<TaskGate>;
}

/** What the rule of a verb says about an act with neutral values, and what such an act could name. */
export interface Check {
  readonly answer: Result<unknown>;
  readonly outcomes?: readonly string[];
  readonly returnTargets?: readonly string[];
  /** Ids that the act may name: steps, tasks, opinions, demands, proposals. */
  readonly targets?: readonly string[];
}

/** Null: the verb has no place here, and nobody would look for it. */
export type TaskChecker = (place: TaskPlace) => Check | null;
export type DossierChecker = (place: DossierPlace) => Check | null;

/** Asks only whether an act would go through; what it would name or bind is thrown away. */
export const NO_MEANS: Means = { id: () => '', digest: () => '' };

/** A day that no rule finds too early. */
export const NEVER_PAST = LATEST_DAY;

export function placeOfTask({ c, route, actor, at }: DossierPlace, task: CaseTask): TaskPlace {
  const step = stepOf(c, task);
  return { c, route, actor, at, task, step, rule: workRule(route, step.path), gate: openTaskToJudge(c, route, task.id, actor) };
}

/** Open tasks whose rule lets the act through, or the first refusal worth telling; null where nobody of this standing would look for the verb. */
export function amongTasks({ c }: DossierPlace, ask: (task: CaseTask) => Result<unknown> | null): Check | null {
  return among(openTasks(c).flatMap((t): Asked[] => { const answer = ask(t); return answer === null ? [] : [{ id: t.id, answer }]; }));
}

/** The same for a verb whose rule tells tasks apart only by step and purpose: one of each is asked, since a consultation may have hundreds. */
export function amongAlike(place: DossierPlace, ask: (task: CaseTask) => Result<unknown> | null): Check | null {
  const answers = new Map<string, Result<unknown> | null>();
  return amongTasks(place, (t) => {
    const kind = `${t.step} ${t.purpose}`;
    const known = answers.get(kind);
    if (known !== undefined) return known;
    const answer = ask(t);
    answers.set(kind, answer);
    return answer;
  });
}

/** The same over open steps, of these kinds (null: any). */
export function amongSteps({ c }: DossierPlace, kinds: readonly StepKind[] | null, ask: (step: string) => Result<unknown> | null): Check | null {
  if (c.status !== 'open') return null;
  const steps = openSteps(c).filter((s) => kinds === null || kinds.includes(s.kind));
  return among(steps.flatMap((s): Asked[] => { const answer = ask(s.id); return answer === null ? [] : [{ id: s.id, answer }]; }));
}

export interface Asked { readonly id: string; readonly answer: Result<unknown> }

/** One answer for many: those that go through, else the first refusal that is not about standing. */
export function among(asked: readonly Asked[]): Check | null {
  const through = asked.filter((a) => a.answer.ok);
  const first = through[0] ?? asked.find((a) => !isAboutStanding(a.answer));
  return first ? { answer: first.answer, targets: through.map((a) => a.id) } : null;
}

/** A refusal that tells somebody that the verb was never theirs. */
export function isAboutStanding(answer: Result<unknown>): boolean {
  return !answer.ok && (answer.error.code === 'NOT_ALLOWED' || answer.error.code === 'TASK_NOT_FOUND');
}

/** The verb is listed only for those it could be for. */
export function forThose(answer: Result<unknown>): Check | null {
  return isAboutStanding(answer) ? null : { answer };
}
