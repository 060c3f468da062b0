import { rightIn, type Actor } from '../case/actor.ts';
import { findTask, stepOf, type Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { isLeadersTask } from '../deadlines/leaders.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';

/** `to`: whom the task's leader entrusts it to; `text` is clean, null says nothing beside. */
export interface EntrustCommand { readonly task: string; readonly to: readonly string[]; readonly text: string | null }

/**
 * Giao thư ký: a leader hands what lies before them to those who may record for them. The task stays with the leader; the dossier carries a remark that
 * names whom it was given to, and they are told.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED, TASK_HELD_BY_OTHER, VERB_NOT_IN_STEP (nothing that lies before leaders), NOT_INCUMBENT (nobody to give it to).
 */
export function entrust(c: Case, route: Route, { task: id, to, text }: EntrustCommand, actor: Actor, means: Means): Result<Fact[]> {
  const task = findTask(c, id);
  if (!task) return refuse('TASK_NOT_FOUND', { task: id });
  const right = rightIn(task, actor, c.route?.id ?? null);
  if (!right.ok) return right;
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: id });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  if (!isLeadersTask(workRule(route, stepOf(c, task).path), task.purpose)) return refuse('VERB_NOT_IN_STEP', { verb: 'entrust' });
  const others = to.filter((person) => person !== actor.person);
  if (others.length === 0) return refuse('NOT_INCUMBENT', { task: id });
  return ok([{ type: 'comment.added', data: { comment: means.id(), person: actor.person, mentions: others }, secret: { text: text ?? 'Giao thư ký.' } }]);
}
