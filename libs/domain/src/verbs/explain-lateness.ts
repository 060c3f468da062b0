import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import type { Circumstances } from './circumstances.ts';
import { lateTask, superiorPost } from './take-over.ts';
import { openTaskFor } from './task-gate.ts';

export interface ExplainLatenessCommand { readonly task: string; /** Clean text or null. */ readonly reason: string | null }

/**
 * Giải trình chậm: whoever has the task, or the head or superior whom a rung has told, says why it is late. The words stay beside the lateness and
 * change nothing of it; they may be said more than once.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED (because: notYourTask), TASK_NOT_LATE, REASON_REQUIRED.
 */
export function explainLateness(c: Case, route: Route, command: ExplainLatenessCommand, actor: Actor, at: Circumstances): Result<Fact[]> {
  const found = lateTask(c, route, command.task, at);
  if (!found.ok && found.error.code !== 'TASK_NOT_LATE') return found;
  const task = c.tasks.find((t) => t.id === command.task);
  if (!task || (!openTaskFor(c, task.id, actor).ok && !superiorPost(task, actor, at))) return refuse('NOT_ALLOWED', { because: 'notYourTask' });
  if (!found.ok) return found;
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'explainLateness' });
  return ok([{ type: 'lateness.explained', data: { step: task.step, task: task.id, by: actor.person }, secret: { reason: command.reason } }]);
}
