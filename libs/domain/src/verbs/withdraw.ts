import { holdsPost, type Actor } from '../case/actor.ts';
import type { Case, WithdrawKind } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface WithdrawCommand {
  /** Thay thế, đính chính or thu hồi, bãi bỏ. */
  readonly how: WithdrawKind;
  readonly reason: string | null;
  /** Id of the dossier whose document takes its place, where there is one. */
  readonly replacedBy: string | null;
}

/**
 * Thu hồi an issued document, also long after the dossier is done: its number stays in the register, what happened to it is told beside.
 * The head of the lead unit or of the issuing office (NĐ 30/2020 Đ.18).
 * Errors: NOT_ISSUED, ALREADY_WITHDRAWN (details: how), NOT_ALLOWED, REASON_REQUIRED.
 */
export function withdraw(c: Case, command: WithdrawCommand, actor: Actor): Result<Fact[]> {
  if (c.number === null) return refuse('NOT_ISSUED');
  if (c.withdrawn !== null) return refuse('ALREADY_WITHDRAWN', { how: c.withdrawn });
  const units = [c.leadUnit, c.roles.units['issuing']].filter((u) => u !== undefined);
  if (!units.some((unit) => holdsPost(actor, unit, ['head']))) return refuse('NOT_ALLOWED', { because: 'notHeadOfLeadUnit' });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'withdraw' });
  const { how, replacedBy, reason } = command;
  return ok([{ type: 'document.withdrawn', data: { number: c.number, how, by: actor.person, replacedBy }, secret: { reason } }]);
}
