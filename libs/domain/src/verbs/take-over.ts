import type { Actor, HeldPost } from '../case/actor.ts';
import { candidatesOf, findTask, stepOf, type Case, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { isOfLeaders } from '../route/with-ladders.ts';
import type { Circumstances } from './circumstances.ts';
import { finishersOf, offered } from './policy.ts';
import { seenBy } from './task-gate.ts';
import { barredFrom, isPassable } from './transfer.ts';

export interface TakeOverCommand { readonly task: string; /** Clean text or null. */ readonly reason: string | null }

/**
 * Xử lý thay khi quá hạn: the head of the unit, or the superior, whom a rung has told of the lateness makes the task their own; whose it was is
 * remembered, so that it can be handed back. Nobody takes over what they may not judge; a ballot, a seat on a roster and a personal opinion stay where they are.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED (because: notToldOfLateness), TASK_NOT_LATE, VERB_NOT_IN_STEP, REQUEST_INVALID (because: alreadyTheirs),
 * SELF_APPROVAL, BOTH_INITIALS, SAME_PERSON.
 */
export function takeOver(c: Case, route: Route, command: TakeOverCommand, actor: Actor, at: Circumstances): Result<Fact[]> {
  const found = lateTask(c, route, command.task, at);
  if (!found.ok && found.error.code !== 'TASK_NOT_LATE') return found;
  const task = findTask(c, command.task);
  const post = task && superiorPost(task, actor, at);
  if (!task || !post) return refuse('NOT_ALLOWED', { because: 'notToldOfLateness' });
  if (!found.ok) return found;
  const step = stepOf(c, task);
  const rule = workRule(route, step.path);
  if (!isPassable(task, rule)) return refuse('VERB_NOT_IN_STEP', { verb: 'takeOver' });
  const may = offered(rule, 'transfer');
  if (!may.ok) return may;
  if (task.holder === actor.person) return refuse('REQUEST_INVALID', { because: 'alreadyTheirs' });
  if (task.purpose === 'confirm' && finishersOf(step).includes(actor.person)) return refuse('SAME_PERSON', { person: actor.person });
  const barred = barredFrom(c, route, step.path, task, actor.person);
  if (barred) return { ok: false, error: barred };
  const from = task.holder === null ? candidatesOf(task.assignees) : [task.holder];
  const to = { person: actor.person, capacity: post.role, appointment: post.appointment };
  return ok([...seenBy(task, actor), { type: 'task.takenOver', data: { task: task.id, by: actor.person, to, from }, ...(command.reason === null ? {} : { secret: { reason: command.reason } }) }]);
}

/** An open task whose step is late now; leaders and bodies are never. Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, TASK_NOT_LATE. */
export function lateTask(c: Case, route: Route, id: string, at: Circumstances): Result<CaseTask> {
  const task = findTask(c, id);
  if (!task) return refuse('TASK_NOT_FOUND', { task: id });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: id });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  return at.overdue.includes(task.step) && !isOfLeaders(workRule(route, stepOf(c, task).path)) ? ok(task) : refuse('TASK_NOT_LATE', { task: id });
}

/** The post by which somebody who was told of the lateness heads the unit where the task lies, still today. */
export function superiorPost(task: CaseTask, actor: Actor, at: Circumstances): HeldPost | undefined {
  if (!at.told.includes(task.step)) return undefined;
  return actor.posts.find((p) => p.unit !== null && (task.unit === null || p.unit === task.unit) && p.role === 'head');
}
