import { candidatesOf, openTasks, stepOf, type Assignee, type Case, type CaseTask } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { stepRule, type Route, type WorkRule } from '../route/route.ts';
import { isJudgement } from './decide.ts';
import { seatsOf, type Seat, type SeatAnswer } from './who.ts';

/** The tasks that a seat opens with: one for all candidates, or one for each person (`rule: all`). */
export function openTasksOf(c: Case, rule: WorkRule, path: string, step: string, seat: Seat, answer: SeatAnswer | undefined, means: Means): Fact[] {
  const { assignees, barred } = eligible(c, rule, answer);
  return groupsOf(seat, assignees).map((group) => taskOpened(c, path, step, seat, group, barred, means));
}

/** "Vướng mắc": open tasks that nobody could be found for when they were opened. */
export function tasksWithoutOwner(c: Case): CaseTask[] {
  return c.status === 'open' ? openTasks(c).filter((t) => t.assignees.length === 0) : [];
}

/** Asks again for tasks without an owner. Where each person has a task of their own, the others' tasks are opened too. */
export function fillEmptyTasks(c: Case, route: Route, answers: (path: string) => readonly SeatAnswer[], means: Means): Fact[] {
  return tasksWithoutOwner(c).flatMap((task): Fact[] => {
    const { path, id } = stepOf(c, task);
    const rule = stepRule(route, path) as WorkRule;
    const index = seatsOf(c, rule).findIndex((s) => s.unit === task.unit);
    const seat = seatsOf(c, rule)[index];
    const { assignees, barred } = eligible(c, rule, answers(path)[index]);
    if (!seat || assignees.length === 0) return [];
    const [first = [], ...others] = groupsOf(seat, assignees);
    return [{ type: 'task.assigned', data: { task: task.id, assignees: first } }, ...others.map((group) => taskOpened(c, path, id, seat, group, barred, means))];
  });
}

function taskOpened(c: Case, path: string, step: string, seat: Seat, group: readonly Assignee[], barred: readonly string[], means: Means): Fact {
  return { type: 'task.opened', data: { task: means.id(), step, unit: seat.unit, assignees: group, holder: holderAmong(c, path, seat.unit, group), barred } };
}

/** Nobody decides twice: a person who holds two posts here is one candidate with two rights. */
function groupsOf(seat: Seat, assignees: readonly Assignee[]): (readonly Assignee[])[] {
  if (!seat.perCandidate || assignees.length === 0) return [assignees];
  return [...new Set(assignees.map((a) => a.person))].map((person) => assignees.filter((a) => a.person === person));
}

/** Separation of duties: the drafter never judges; barred candidates are replaced by their superior. */
function eligible(c: Case, rule: WorkRule, answer: SeatAnswer | undefined): { assignees: readonly Assignee[]; barred: readonly string[] } {
  const candidates = answer?.candidates ?? [];
  const bars = (a: Assignee): boolean => isJudgement(rule) && a.person === c.drafter;
  const barred = [...new Set(candidates.filter(bars).map((a) => a.person))];
  const free = candidates.filter((a) => !bars(a));
  return { assignees: free.length > 0 ? free : (answer?.orElse ?? []).filter((a) => !bars(a)), barred };
}

/** One candidate: assigned. Several: offered, unless one of them held or decided the same task in an earlier round. */
function holderAmong(c: Case, path: string, unit: string | null, group: readonly Assignee[]): string | null {
  const [only, ...more] = candidatesOf(group);
  if (only !== undefined && more.length === 0) return only;
  const earlier = c.steps.filter((s) => s.path === path).map((s) => s.id);
  const tasks = c.tasks.filter((t) => earlier.includes(t.step) && t.unit === unit);
  const before = tasks.flatMap((t) => [...(t.holder === null ? [] : [t.holder]), ...c.decisions.filter((d) => d.task === t.id).map((d) => d.actor)]);
  return before.reverse().find((person) => group.some((a) => a.person === person)) ?? null;
}
