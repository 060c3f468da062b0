import type { Actor } from '../case/actor.ts';
import { findTask, stepById, type Case, type CaseStep } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface ReserveCommand {
  /** Any task of the vote; in a meeting members have none of their own. */
  readonly task: string;
  /** Clean text. */
  readonly text: string;
}

/**
 * Bảo lưu ý kiến: a member keeps an opinion of their own beside the body's result, while the vote is open or after it (Party
 * Statute Đ.9). It changes no count. Once a person and vote: `reserved` are those who have, as the chain tells.
 * Errors: DOSSIER_CLOSED, TASK_NOT_FOUND, OUTCOME_NOT_POSSIBLE (no vote, or not its latest activation), NOT_ALLOWED (because: alreadyReserved).
 */
export function reserve(c: Case, command: ReserveCommand, reserved: readonly string[], actor: Actor): Result<Fact[]> {
  const may = mayReserve(c, command.task, actor);
  if (!may.ok) return may;
  if (reserved.includes(actor.person)) return refuse('NOT_ALLOWED', { because: 'alreadyReserved' });
  return ok([{ type: 'opinion.reserved', data: { step: may.value.id, task: command.task, person: actor.person }, secret: { text: command.text } }]);
}

/** The vote in which the actor may keep an opinion, unless they have. */
export function mayReserve(c: Case, taskId: string, actor: Actor): Result<CaseStep> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const task = findTask(c, taskId);
  const step = task && stepById(c, task.step);
  if (!step?.roster?.some((a) => a.person === actor.person)) return refuse('TASK_NOT_FOUND', { task: taskId });
  const latest = c.steps.findLast((s) => s.path === step.path)?.id === step.id;
  return step.kind === 'vote' && step.state !== 'cancelled' && latest ? ok(step) : refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'reserved', possible: [] });
}
