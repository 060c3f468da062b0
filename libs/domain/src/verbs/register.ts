import type { Actor } from '../case/actor.ts';
import { stepOf, type Case, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';
import { concernedTask, openTaskFor, seenBy, type TaskGate } from './task-gate.ts';

/** Whether a task has a life inside its unit: received by the clerk, given to an officer, prepared, answered by the head. */
export function hasUnitLife(task: CaseTask, rule: WorkRule): boolean {
  const asksUnit = rule.kind === 'consult' || ((rule.kind === 'appraise' || rule.kind === 'review') && 'unit' in rule.who);
  return task.unit !== null && task.purpose === 'work' && asksUnit;
}

export interface UnitTask { readonly task: CaseTask; readonly step: CaseStep; readonly rule: WorkRule }

/** An open unit's task of this actor's concern, helpers included. Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, VERB_NOT_IN_STEP. */
export function unitTask(c: Case, route: Route, taskId: string, actor: Actor, verb: string): Result<UnitTask> {
  const concerned = concernedTask(c, taskId, actor);
  if (!concerned.ok) return concerned;
  const task = concerned.value;
  const step = stepOf(c, task);
  const rule = workRule(route, step.path);
  return hasUnitLife(task, rule) ? ok({ task, step, rule }) : refuse('VERB_NOT_IN_STEP', { verb });
}

/** The gate for those who answer for the task themselves; an officer who was let answer does not pass it on. Errors: those of openTaskFor, NOT_ALLOWED. */
export function openTaskOfOwn(c: Case, taskId: string, actor: Actor): Result<TaskGate> {
  const gate = openTaskFor(c, taskId, actor);
  if (!gate.ok) return gate;
  const { task, right } = gate.value;
  return task.assignees.some((a) => a.person === right.person) ? gate : refuse('NOT_ALLOWED', { because: 'onlyHelper' });
}

/** Whether the actor still holds the appointment by which they stand in this list. */
export function isHeldBy(people: readonly { readonly person: string; readonly appointment: string }[], actor: Actor): boolean {
  return people.some((a) => a.person === actor.person && actor.posts.some((p) => p.appointment === a.appointment));
}

/**
 * Vào sổ đến: the asked unit's own incoming number, once, by its clerk, its head or a deputy.
 * Errors: those of unitTask and openTaskOfOwn, ALREADY_REGISTERED (details: number).
 */
export function register(c: Case, route: Route, command: { readonly task: string; readonly number: string }, actor: Actor): Result<Fact[]> {
  const found = unitTask(c, route, command.task, actor, 'register');
  if (!found.ok) return found;
  const { task } = found.value;
  const own = isHeldBy(task.helpers.filter((h) => h.capacity === 'clerk'), actor) ? ok(null) : openTaskOfOwn(c, task.id, actor);
  if (!own.ok) return own;
  if (task.registered !== null) return refuse('ALREADY_REGISTERED', { number: task.registered });
  return ok([...seenBy(task, actor), { type: 'task.registered', data: { task: task.id, by: actor.person, number: command.number } }]);
}
