import type { Case, Pending } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { extend } from '../case/fold.ts';
import { stepRule, type Route, type WorkRule } from '../route/route.ts';
import { fillEmptyTasks, openTasksOf, tasksWithoutOwner } from './owners.ts';
import { seatsOf, type SeatAnswer } from './who.ts';

/** The due instant of a step opened now, or null; computed by the caller's calendar. */
export type DueOf = (rule: WorkRule) => string | null;

/**
 * What follows what has ended: opens each step the ledger calls for, passes a consultation that has nobody to ask, or
 * ends the dossier. Answers facts only; doing it twice does nothing, since opening a step takes it off the pending ones.
 * `answers(path)` holds the directory's answers in the order of seatsOf.
 */
export function advance(c: Case, route: Route, answers: (path: string) => readonly SeatAnswer[], dueOf: DueOf, means: Means): Fact[] {
  if (c.status !== 'open') return [];
  const facts: Fact[] = [];
  let now = c;
  while (now.status === 'open' && now.pending.length > 0) {
    const at = now;
    const opened = at.pending.flatMap((p) => openStep(at, route, p, answers(p.path), dueOf, means));
    facts.push(...opened);
    now = extend(at, opened).after;
  }
  return [...facts, ...fillEmptyTasks(c, route, answers, means)];
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
  const passed = pathAfterNobody(c, rule);
  if (passed !== null) facts.push({ type: 'step.settled', data: { step, outcome: 'completed', to: passed } });
  return facts;
}

/** What follows a consultation in which no unit is to be asked: it would wait for ever. Null for every other step. */
function pathAfterNobody(c: Case, rule: WorkRule): string | null {
  return rule.kind === 'consult' && seatsOf(c, rule).length === 0 ? (rule.next['completed'] ?? null) : null;
}

/** The paths for which `advance` will ask the directory: steps to open, and steps with an ownerless task. */
export function pathsToResolve(c: Case, route: Route): string[] {
  const stuck = tasksWithoutOwner(c).flatMap((t) => c.steps.filter((s) => s.id === t.step).map((s) => s.path));
  return [...new Set([...c.pending.flatMap((p) => workAhead(c, route, p.path)), ...stuck])];
}

function workAhead(c: Case, route: Route, path: string): string[] {
  const rule = stepRule(route, path);
  if (rule.kind === 'end') return [];
  const passed = pathAfterNobody(c, rule);
  return [path, ...(passed === null ? [] : workAhead(c, route, passed))];
}
