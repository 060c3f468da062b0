import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { draftTaskOf } from './edit.ts';
import { seenBy } from './task-gate.ts';

export interface AnswerDemandCommand {
  readonly demand: string;
  /** Clean text: how the demand was met. */
  readonly text: string;
  /** A document of the dossier that shows it. */
  readonly document?: string | null;
}

/**
 * Giải trình việc hoàn thiện: how one demand of the conclusion was met, by whoever holds the finishing or the draft; the
 * latest answer counts.
 * Errors: those of draftTaskOf, DEMAND_NOT_FOUND, DOCUMENT_NOT_FOUND.
 */
export function answerDemand(c: Case, command: AnswerDemandCommand, actor: Actor): Result<Fact[]> {
  const task = draftTaskOf(c, actor);
  if (!task.ok) return task;
  const { demand, text } = command;
  const document = command.document ?? null;
  if (!c.demands.some((d) => d.id === demand)) return refuse('DEMAND_NOT_FOUND', { demand });
  if (document !== null && !c.documents.some((d) => d.id === document)) return refuse('DOCUMENT_NOT_FOUND', { document });
  return ok([...seenBy(task.value, actor), { type: 'demand.answered', data: { demand, document }, secret: { text } }]);
}
