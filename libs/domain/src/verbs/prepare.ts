import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import { possibleIn } from './decide.ts';
import { isHeldBy, unitTask } from './register.ts';

export interface PrepareCommand {
  readonly task: string;
  /** What the officer proposes to answer. */
  readonly outcome: string;
  /** Clean text of the proposed answer. */
  readonly text: string;
}

/**
 * Chuẩn bị ý kiến: the officer whom the head gave the task hands a prepared answer back to the head, who answers; nothing
 * is decided by it. To prepare anew, the head gives it again.
 * Errors: those of unitTask, TASK_NOT_HELD, NOT_ALLOWED (because: appointmentEnded), OUTCOME_NOT_POSSIBLE.
 */
export function prepare(c: Case, route: Route, command: PrepareCommand, actor: Actor): Result<Fact[]> {
  const found = unitTask(c, route, command.task, actor, 'prepare');
  if (!found.ok) return found;
  const { task, rule } = found.value;
  if (task.officer?.person !== actor.person || task.officer.prepared || task.holder !== actor.person) return refuse('TASK_NOT_HELD', { task: task.id });
  if (!isHeldBy([...task.helpers, ...task.assignees], actor)) return refuse('NOT_ALLOWED', { because: 'appointmentEnded' });
  const possible = possibleIn(task, rule);
  if (!possible.includes(command.outcome)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: command.outcome, possible });
  return ok([{ type: 'task.prepared', data: { task: task.id, by: actor.person, outcome: command.outcome }, secret: { text: command.text } }]);
}
