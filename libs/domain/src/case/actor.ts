import type { Assignee, Case, CaseTask } from './case.ts';
import { ok, refuse, type Result } from '../result.ts';

/** A post that a person holds today, and the appointment that says so. */
export interface HeldPost {
  readonly appointment: string;
  readonly role: string;
  readonly unit: string | null;
  readonly body: string | null;
}

/** Who acts: the person and the posts held at the moment of the act. */
export interface Actor {
  readonly person: string;
  readonly posts: readonly HeldPost[];
}

export function holdsPost(actor: Actor, unit: string, roles: readonly string[]): HeldPost | undefined {
  return actor.posts.find((p) => p.unit === unit && roles.includes(p.role));
}

/** The drafter, or the head or a deputy of the lead unit: those who answer for the dossier. */
export function answersFor(actor: Actor, c: Case): boolean {
  return actor.person === c.drafter || holdsPost(actor, c.leadUnit, ['head', 'deputy']) !== undefined;
}

/**
 * In what right the actor may work on a task: the assignment, as long as its appointment is still held today.
 * Errors: TASK_NOT_FOUND (a foreign task looks like none), NOT_ALLOWED (because: appointmentEnded), TASK_HELD_BY_OTHER.
 */
export function rightIn(task: CaseTask, actor: Actor): Result<Assignee> {
  const mine = task.assignees.filter((a) => a.person === actor.person);
  if (mine.length === 0) return refuse('TASK_NOT_FOUND', { task: task.id });
  const valid = mine.find((a) => actor.posts.some((p) => p.appointment === a.appointment));
  if (!valid) return refuse('NOT_ALLOWED', { because: 'appointmentEnded' });
  if (task.holder !== null && task.holder !== actor.person) return refuse('TASK_HELD_BY_OTHER', { task: task.id, holder: task.holder });
  return ok(valid);
}
