import { isAdministrator, type Actor } from '../case/actor.ts';
import { findTask, stepOf, type Assignee, type Case, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';
import { hasRoster } from './owners.ts';
import { barredBy, finishersOf, offered } from './policy.ts';
import { openTaskOfOwn } from './register.ts';
import { seenBy } from './task-gate.ts';
import { seatOf, type WhoQuery } from './who.ts';

export interface TransferCommand { readonly task: string; readonly person: string }

/** What the directory says today: who `to` are in the task's unit or body, and which appointments of the task's people are still held. */
export interface TransferAnswers { readonly to: readonly Assignee[]; readonly heldToday: readonly string[] }

/** Whom to ask the directory for: the person in the task's unit, or everybody who could have had the task; null where nobody takes it over. */
export function transferQuery(c: Case, route: Route, { task: id, person }: TransferCommand): WhoQuery | null {
  const task = findTask(c, id);
  if (!task) return null;
  if (task.unit !== null) return { kind: 'person', person, unit: task.unit };
  const rule = workRule(route, stepOf(c, task).path);
  const who = rule.kind === 'finish' && task.purpose === 'confirm' ? rule.confirm : 'who' in rule ? rule.who : undefined;
  return who === undefined ? null : seatOf(c, who, {}).query;
}

/**
 * Chuyển xử lý: whoever holds a task hands it to somebody else of the same unit, or to another candidate of the body; an
 * administrator moves one that has no owner or whose holder has left the post. A prepared answer stays readable. A seat on
 * a roster, a person's own opinion and a ballot are never handed over; approvals and signatures of a unit stay with its
 * head and deputies, or whoever holds the same kind of post; a substitute gives no signature away, nor to themselves.
 * Errors: those of openTaskOfOwn, TASK_NOT_HELD, VERB_NOT_IN_STEP, NOT_OF_UNIT, REQUEST_INVALID (because: alreadyTheirs), SELF_APPROVAL, BOTH_INITIALS, SAME_PERSON, NO_SUBSTITUTE.
 */
export function transfer(c: Case, route: Route, command: TransferCommand, actor: Actor, { to, heldToday }: TransferAnswers): Result<Fact[]> {
  const passed = mayPassOn(c, command.task, actor, heldToday);
  if (!passed.ok) return passed;
  const { task, seen, inStead } = passed.value;
  const step = stepOf(c, task);
  const { path } = step;
  const rule = workRule(route, path);
  if (!isPassable(task, rule)) return refuse('VERB_NOT_IN_STEP', { verb: 'transfer' });
  if (inStead && rule.kind === 'sign') return refuse('NO_SUBSTITUTE', { task: task.id });
  const may = offered(rule, 'transfer');
  if (!may.ok) return may;
  const [found] = to.filter((a) => a.person === command.person && ranksFor(task, rule, a));
  if (!found) return refuse('NOT_OF_UNIT', { person: command.person, unit: task.unit });
  if (task.holder === found.person && heldToday.includes(found.appointment)) return refuse('REQUEST_INVALID', { because: 'alreadyTheirs' });
  if (task.purpose === 'confirm' && finishersOf(step).includes(found.person)) return refuse('SAME_PERSON', { person: found.person });
  const barred = barredFrom(c, route, path, task, found.person);
  if (barred) return { ok: false, error: barred };
  return ok([...seen, { type: 'task.transferred', data: { task: task.id, by: actor.person, to: found } }]);
}

function mayPassOn(c: Case, taskId: string, actor: Actor, heldToday: readonly string[]): Result<{ task: CaseTask; seen: Fact[]; inStead: boolean }> {
  const stuck = findTask(c, taskId);
  if (stuck?.state === 'open' && c.suspended === null && isAdministrator(actor) && isStuck(stuck, heldToday)) return ok({ task: stuck, seen: [], inStead: false });
  const gate = openTaskOfOwn(c, taskId, actor);
  if (!gate.ok) return gate;
  const { task, right } = gate.value;
  const isTheirs = task.holder === actor.person || task.holder === right.person || task.holder === task.officer?.person;
  return task.holder !== null && isTheirs ? ok({ task, seen: seenBy(task, actor), inStead: right.inStead !== null }) : refuse('TASK_NOT_HELD', { task: task.id });
}

/** Nobody can work on it: it has no owner, or whoever holds it (or could have taken it) has left the post. */
export function isStuck(task: CaseTask, heldToday: readonly string[]): boolean {
  // What an officer prepares the unit's own people can take back.
  const isPrepared = task.holder === null || task.holder === task.officer?.person;
  const people = [...(isPrepared ? task.assignees : []), ...[...task.assignees, ...task.helpers].filter((a) => a.person === task.holder)];
  return !people.some((a) => heldToday.includes(a.appointment));
}

/** Whether a task can change hands at all: a seat on a roster, a ballot and a person's own opinion cannot. */
export function isPassable(task: Pick<CaseTask, 'purpose' | 'unit'>, rule: WorkRule): boolean {
  if (task.purpose === 'aside') return false;
  if (task.purpose !== 'work') return true;
  return !hasRoster(rule) && (rule.kind !== 'consult' || task.unit !== null);
}

function ranksFor(task: CaseTask, rule: WorkRule, to: Assignee): boolean {
  const needsRank = task.unit !== null && (rule.kind === 'approve' || rule.kind === 'sign' || task.purpose === 'confirm');
  return !needsRank || ['head', 'deputy', ...task.assignees.map((a) => a.capacity)].includes(to.capacity);
}

/** To finish is work, to confirm it a judgement: the drafter may be given the one and never the other. */
export function barredFrom(c: Case, route: Route, path: string, task: CaseTask, person: string): Refusal | null {
  return workRule(route, path).kind === 'finish' && task.purpose === 'work' ? null : barredBy(c, route, path, person);
}
