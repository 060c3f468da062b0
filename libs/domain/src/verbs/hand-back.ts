import type { Actor } from '../case/actor.ts';
import { candidatesOf, type Case, type TakenFrom } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { openTaskOfOwn } from './register.ts';

/**
 * Giao lại: whoever took a late task over gives it back to whom it was taken from. `heldToday`: which of their appointments are still held.
 * Errors: those of openTaskOfOwn, TASK_NOT_TAKEN_OVER, NOT_INCUMBENT (all of them have left the post).
 */
export function handBack(c: Case, command: { readonly task: string }, actor: Actor, heldToday: readonly string[]): Result<Fact[]> {
  const gate = openTaskOfOwn(c, command.task, actor);
  if (!gate.ok) return gate;
  const { task } = gate.value;
  if (!task.takenFrom) return refuse('TASK_NOT_TAKEN_OVER', { task: task.id });
  const to = ownersBefore(task.takenFrom);
  if (!task.takenFrom.assignees.some((a) => to.includes(a.person) && heldToday.includes(a.appointment))) return refuse('NOT_INCUMBENT', { people: to });
  return ok([{ type: 'task.handedBack', data: { task: task.id, by: actor.person, to } }]);
}

/** Whose it becomes again: whoever held it, all candidates where nobody did or an officer prepared it for them. */
export function ownersBefore({ assignees, holder }: TakenFrom): string[] {
  return holder !== null && assignees.some((a) => a.person === holder) ? [holder] : candidatesOf(assignees);
}
