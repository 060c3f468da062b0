import type { Assignee, Case, CaseTask, Pending } from '../case/case.ts';
import { openTasks } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { stepRule, type Route, type WorkRule } from '../route/route.ts';
import { isJudgement } from './decide.ts';
import { seatsOf, type Seat, type SeatAnswer } from './who.ts';

/** The due instant of a step opened now, or null; computed by the caller's calendar. */
export type DueOf = (rule: WorkRule) => string | null;

/**
 * What follows what has ended: opens each step the ledger calls for, or ends the dossier. Answers facts only; doing it
 * twice does nothing, since opening a step takes it off the pending ones. `answers(path)` holds the directory's answers
 * in the order of seatsOf.
 */
export function advance(c: Case, route: Route, answers: (path: string) => readonly SeatAnswer[], dueOf: DueOf, means: Means): Fact[] {
  if (c.status !== 'open') return [];
  const opened = c.pending.flatMap((p) => openStep(c, route, p, answers(p.path), dueOf, means));
  return [...opened, ...fillEmptyTasks(c, route, answers)];
}

function openStep(c: Case, route: Route, pending: Pending, answers: readonly SeatAnswer[], dueOf: DueOf, means: Means): Fact[] {
  const rule = stepRule(route, pending.path);
  if (rule.kind === 'end') return [{ type: 'dossier.ended', data: { status: rule.status } }];
  const step = means.id();
  const dueAt = dueOf(rule);
  const facts: Fact[] = [{
    type: 'step.opened',
    data: { step, path: pending.path, kind: rule.kind, round: c.round, cause: pending.cause },
    ...(dueAt === null ? {} : { derived: { dueAt, rung: means.id() } }),
  }];
  if (rule.reaches === 'submitted' && c.programmeState === 'notYetSubmitted') facts.push({ type: 'dossier.reached', data: { state: 'submitted' } });
  for (const [i, seat] of seatsOf(c, rule).entries()) facts.push(...openTasksOf(c, rule, pending.path, step, seat, answers[i], means));
  return facts;
}

function openTasksOf(c: Case, rule: WorkRule, path: string, step: string, seat: Seat, answer: SeatAnswer | undefined, means: Means): Fact[] {
  const { assignees, barred } = eligible(c, rule, answer);
  const groups = seat.perCandidate && assignees.length > 0 ? assignees.map((a) => [a]) : [assignees];
  return groups.map((group) => ({
    type: 'task.opened',
    data: { task: means.id(), step, unit: seat.unit, assignees: group, holder: holderAmong(c, path, seat.unit, group), barred },
  }));
}

/** Separation of duties: the drafter never judges; barred candidates are replaced by their superior. */
function eligible(c: Case, rule: WorkRule, answer: SeatAnswer | undefined): { assignees: readonly Assignee[]; barred: readonly string[] } {
  const candidates = answer?.candidates ?? [];
  const bars = (a: Assignee): boolean => isJudgement(rule) && a.person === c.drafter;
  const barred = [...new Set(candidates.filter(bars).map((a) => a.person))];
  const free = candidates.filter((a) => !bars(a));
  return { assignees: free.length > 0 ? free : (answer?.orElse ?? []).filter((a) => !bars(a)), barred };
}

/** One candidate: assigned. Several: offered, unless one of them held the same task in an earlier round. */
function holderAmong(c: Case, path: string, unit: string | null, group: readonly Assignee[]): string | null {
  const only = group.length === 1 ? group[0] : undefined;
  if (only) return only.person;
  const earlier = c.steps.filter((s) => s.path === path).map((s) => s.id);
  const before = c.tasks.filter((t) => earlier.includes(t.step) && t.unit === unit).flatMap((t) => c.decisions.filter((d) => d.task === t.id).map((d) => d.actor));
  return before.reverse().find((person) => group.some((a) => a.person === person)) ?? null;
}

/** "Vướng mắc": open tasks that nobody could be found for when they were opened. */
export function tasksWithoutOwner(c: Case): CaseTask[] {
  return c.status === 'open' ? openTasks(c).filter((t) => t.assignees.length === 0) : [];
}

function fillEmptyTasks(c: Case, route: Route, answers: (path: string) => readonly SeatAnswer[]): Fact[] {
  return tasksWithoutOwner(c).flatMap((task): Fact[] => {
    const step = c.steps.find((s) => s.id === task.step);
    const rule = step && stepRule(route, step.path);
    if (!step || !rule || rule.kind === 'end') return [];
    const seat = seatsOf(c, rule).findIndex((s) => s.unit === task.unit);
    const { assignees } = eligible(c, rule, answers(step.path)[seat]);
    return assignees.length > 0 ? [{ type: 'task.assigned', data: { task: task.id, assignees } }] : [];
  });
}

/** The paths for which `advance` will ask the directory: steps to open, and steps with an ownerless task. */
export function pathsToResolve(c: Case, route: Route): string[] {
  const stuck = tasksWithoutOwner(c).flatMap((t) => c.steps.filter((s) => s.id === t.step).map((s) => s.path));
  return [...new Set([...c.pending.map((p) => p.path), ...stuck])].filter((p) => route.steps[p]?.kind !== 'end');
}
