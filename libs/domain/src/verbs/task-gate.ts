import type { Actor } from '../case/actor.ts';
import { rightIn } from '../case/actor.ts';
import { findTask, stepOf, type Assignee, type Case, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface TaskGate {
  readonly task: CaseTask;
  readonly step: CaseStep;
  readonly right: Assignee;
}

/**
 * What every act on a task asks first: the task exists for this actor, is open, and is not held by somebody else.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED (details: by, outcome of whoever was first), TASK_HELD_BY_OTHER, NOT_ALLOWED.
 */
export function openTaskFor(c: Case, taskId: string, actor: Actor): Result<TaskGate> {
  const task = findTask(c, taskId);
  if (!task) return refuse('TASK_NOT_FOUND', { task: taskId });
  if (!task.assignees.some((a) => a.person === actor.person)) return refuse('TASK_NOT_FOUND', { task: taskId });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: taskId, ...whoWasFirst(c, task) });
  const right = rightIn(task, actor);
  return right.ok ? ok({ task, step: stepOf(c, task), right: right.value }) : right;
}

function whoWasFirst(c: Case, task: CaseTask): { by?: string; outcome?: string } {
  const own = c.decisions.find((d) => d.task === task.id);
  const first = own ?? c.decisions.filter((d) => d.step === task.step).at(-1);
  return first ? { by: first.actor, outcome: first.outcome } : {};
}

/** Any act on a task shows that it was seen (engine: recall's milestone). */
export function seenBy(task: CaseTask, actor: Actor): Fact[] {
  return task.seen ? [] : [{ type: 'task.seen', data: { task: task.id, person: actor.person } }];
}
