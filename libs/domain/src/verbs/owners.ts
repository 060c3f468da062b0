import { candidatesOf, decisionsOf, openTasks, stepById, stepOf, type Assignee, type Case, type CaseStep, type CaseTask, type Pending, type TaskPurpose } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { workRule, type Route, type TaskRule, type WorkRule } from '../route/route.ts';
import { barredBy, finishersOf } from './policy.ts';
import { headSeat, personSeat, seatOf, unitSeat, unitsOf, type Directory, type Seat, type WhoQuery } from './who.ts';

/** Asks the directory and remembers what it could not answer yet, so that the caller can ask and try again. */
export class Asking {
  readonly missing: WhoQuery[] = [];
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  ask(query: WhoQuery | null): readonly Assignee[] {
    if (query === null) return [];
    const answer = this.#directory(query);
    if (answer === undefined) this.missing.push(query);
    return answer ?? [];
  }
}

/** What a step opens with: the snapshot of its roster where it has one, and its tasks. */
export interface Manning { readonly roster: readonly Assignee[] | null; readonly tasks: readonly NewTask[] }
export interface NewTask { readonly unit: string | null; readonly assignees: readonly Assignee[]; readonly helpers: readonly Assignee[]; readonly barred: readonly string[]; readonly purpose: TaskPurpose }

/** Every person who is wanted has a task of their own: rules all, sequence, atLeast, and votes. */
export function hasRoster(rule: WorkRule): boolean {
  return rule.kind === 'vote' || (rule.kind === 'approve' && rule.rule !== 'any');
}

/** Resolves who works in a step that opens now, from the appointments of the day. */
export function man(c: Case, route: Route, path: string, asking: Asking, headFirst: boolean): Manning {
  const rule = workRule(route, path);
  switch (rule.kind) {
    case 'consult': {
      const seats = 'units' in rule.each ? unitsOf(c, rule.each.units).map(unitSeat) : asking.ask({ kind: 'body', body: c.roles.bodies[rule.each.members] ?? rule.each.members }).map((a) => personSeat(a.person));
      return { roster: null, tasks: seats.map((s) => newTask(c, route, path, s, asking, 'work')) };
    }
    case 'vote':
    case 'approve':
      return hasRoster(rule) ? manRoster(c, route, path, rule, asking) : { roster: null, tasks: [newTask(c, route, path, seatIn(c, rule, false), asking, 'work')] };
    case 'draft': case 'review': case 'appraise': case 'finish': case 'sign': case 'issue': case 'track':
      return { roster: null, tasks: [newTask(c, route, path, seatIn(c, rule, headFirst), asking, 'work')] };
    default:
      return { roster: null, tasks: [] };
  }
}

/** The seat of a step that one person at a time works in. */
function seatIn(c: Case, rule: TaskRule, headFirst: boolean): Seat {
  if (rule.kind === 'draft' && headFirst && 'person' in rule.who) return headSeat(c);
  const who = rule.kind === 'vote' ? (rule.record ?? { unit: 'issuing' }) : rule.kind === 'consult' ? { headOf: 'leadUnit' } : (rule.who ?? { headOf: 'leadUnit' });
  const seat = seatOf(c, who, rule);
  return 'unit' in who && (rule.kind === 'appraise' || rule.kind === 'review') ? { ...unitSeat(seat.unit ?? ''), query: seat.query, orElse: seat.orElse } : seat;
}

function manRoster(c: Case, route: Route, path: string, rule: TaskRule, asking: Asking): Manning {
  const seat = rule.kind === 'vote' ? seatOf(c, { body: rule.roster.body }, {}) : seatIn(c, rule, false);
  const roster = onePerPerson(asking.ask(seat.query));
  if (rule.kind === 'vote' && rule.mode === 'meeting') return { roster, tasks: [newTask(c, route, path, seatIn(c, rule, false), asking, 'record')] };
  const free = roster.filter((a) => barredBy(c, route, path, a.person) === null);
  const barred = roster.filter((a) => !free.includes(a)).map((a) => a.person);
  const inStead = free.length === 0 && rule.kind !== 'vote' ? onePerPerson(asking.ask(seat.orElse)).filter((a) => barredBy(c, route, path, a.person) === null) : [];
  const seats = free.length > 0 ? free : inStead;
  const first = rule.kind === 'approve' && rule.rule === 'sequence' ? seats.slice(0, 1) : seats;
  const tasks = first.map((a): NewTask => ({ unit: seat.unit, assignees: [a], helpers: [], barred: [], purpose: 'work' }));
  // Nobody to decide: one task shows it ("vướng mắc").
  return { roster: rule.kind === 'vote' ? roster : seats, tasks: tasks.length > 0 ? tasks : [{ unit: seat.unit, assignees: [], helpers: [], barred, purpose: 'work' }] };
}

/** A task that an open step wants beside those it opened with. */
export function manWish(c: Case, route: Route, pending: Pending, asking: Asking): NewTask | null {
  const step = stepById(c, pending.step ?? '');
  const rule = workRule(route, step.path);
  const wish = pending.seat;
  switch (wish?.kind) {
    case 'confirm':
      return rule.kind === 'finish' ? newTask(c, route, step.path, seatOf(c, rule.confirm, {}), asking, 'confirm', finishersOf(step)) : null;
    case 'next':
    case 'person': {
      // A member who may not judge counts among the members and has no ballot.
      if (rule.kind === 'vote' && barredBy(c, route, step.path, wish.person) !== null) return { unit: null, assignees: [], helpers: [], barred: [wish.person], purpose: 'work' };
      const known = step.roster?.filter((a) => a.person === wish.person) ?? [];
      return known.length > 0 ? { unit: null, assignees: known, helpers: [], barred: [], purpose: 'work' } : newTask(c, route, step.path, personSeat(wish.person), asking, 'work');
    }
    case 'unit':
      return newTask(c, route, step.path, unitSeat(wish.unit), asking, 'work');
    case 'aside':
      return { ...newTask(c, route, step.path, personSeat(wish.person), asking, 'aside'), unit: null };
    default:
      return null;
  }
}

/** "Vướng mắc": open tasks that nobody could be found for when they were opened. */
export function tasksWithoutOwner(c: Case): CaseTask[] {
  return c.status === 'open' ? openTasks(c).filter((t) => t.assignees.length === 0) : [];
}

/** Asks again for tasks without an owner; a roster that was empty is corrected to the incumbents of today. */
export function fillEmptyTasks(c: Case, route: Route, asking: Asking): Fact[] {
  return tasksWithoutOwner(c).flatMap((task): Fact[] => {
    const step = stepOf(c, task);
    const rule = workRule(route, step.path);
    if (task.purpose === 'aside') return [];
    if (hasRoster(rule) && task.purpose === 'work') return fillRoster(c, route, step, task, asking);
    const wanted = task.purpose === 'confirm' ? manWish(c, route, { path: step.path, cause: step.cause, step: step.id, seat: { kind: 'confirm' } }, asking) : man(c, route, step.path, asking, false).tasks.find((t) => t.unit === task.unit && t.purpose === task.purpose);
    return wanted && wanted.assignees.length > 0 ? [{ type: 'task.assigned', data: { task: task.id, assignees: wanted.assignees } }] : [];
  });
}

function fillRoster(c: Case, route: Route, step: CaseStep, task: CaseTask, asking: Asking): Fact[] {
  const { roster, tasks } = man(c, route, step.path, asking, false);
  const found = tasks.flatMap((t) => t.assignees);
  if (found.length === 0) return [];
  const isNew = (a: Assignee): boolean => !step.roster?.some((r) => r.person === a.person);
  const rule = workRule(route, step.path);
  if (rule.kind === 'approve' && rule.rule === 'sequence') {
    // The others are asked in their turn: the task that waited goes to the first of them.
    return [{ type: 'roster.corrected', data: { step: step.id, added: (roster ?? []).filter(isNew), removed: [], document: null, inTurn: true } }, { type: 'task.assigned', data: { task: task.id, assignees: found } }];
  }
  const added = (roster ?? []).filter((a) => isNew(a) && found.some((f) => f.person === a.person));
  return added.length === 0 ? [] : [{ type: 'roster.corrected', data: { step: step.id, added, removed: [], document: null } }, { type: 'task.closed', data: { task: task.id, as: 'cancelled' } }];
}

/** The fact that opens it, and who holds it from the start. */
export function taskOpened(c: Case, step: { readonly id: string; readonly path: string }, t: NewTask, picked: boolean, means: Means, cause?: number): Fact {
  const { unit, assignees, helpers, barred, purpose } = t;
  const holder = holderAmong(c, step.path, unit, assignees, picked);
  return { type: 'task.opened', data: { task: means.id(), step: step.id, unit, assignees, holder, barred, ...(purpose === 'work' ? {} : { purpose }), ...(helpers.length > 0 ? { helpers } : {}), ...(cause === undefined ? {} : { cause }) } };
}

function newTask(c: Case, route: Route, path: string, seat: Seat, asking: Asking, purpose: TaskPurpose, never: readonly string[] = []): NewTask {
  const candidates = asking.ask(seat.query);
  // An opinion on the side judges nothing, and to finish is work: only its confirmation is a judgement.
  const judges = purpose !== 'aside' && (purpose === 'confirm' || workRule(route, path).kind !== 'finish');
  const bars = (a: Assignee): boolean => never.includes(a.person) || (judges && barredBy(c, route, path, a.person) !== null);
  const free = candidates.filter((a) => !bars(a));
  const barred = [...new Set(candidates.filter(bars).map((a) => a.person))];
  const assignees = free.length > 0 ? free : asking.ask(seat.orElse).filter((a) => !bars(a));
  const helpers = route.semantics >= 2 && seat.helpers ? asking.ask(seat.helpers).filter((h) => !assignees.some((a) => a.person === h.person)) : [];
  return { unit: seat.unit, assignees, helpers, barred, purpose };
}

function onePerPerson(assignees: readonly Assignee[]): Assignee[] {
  return assignees.filter((a, i) => assignees.findIndex((b) => b.person === a.person) === i);
}

/** One candidate: assigned. Several: offered, unless one was picked, or held or decided the same task in an earlier round (WRP-07). */
function holderAmong(c: Case, path: string, unit: string | null, group: readonly Assignee[], picked: boolean): string | null {
  const [only, ...more] = candidatesOf(group);
  if (only !== undefined && more.length === 0) return only;
  const earlier = c.steps.filter((s) => s.path === path);
  const tasks = c.tasks.filter((t) => earlier.some((s) => s.id === t.step) && t.unit === unit && t.purpose === 'work');
  const before = tasks.flatMap((t) => [...(t.holder === null ? [] : [t.holder]), ...decisionsOf(c, t.step).filter((d) => d.task === t.id).map((d) => d.actor)]);
  return before.reverse().find((person) => group.some((a) => a.person === person)) ?? (picked ? (only ?? null) : null);
}
