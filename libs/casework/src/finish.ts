import { confirm as confirmRule, finish as finishRule, type ConfirmCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Hoàn thiện xong: freezes the finished content for the signer. Errors: those of domain's finish and of perform. */
export function finish(desk: Desk, command: { readonly task: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'finish', { task: command.task }, request, (s) => finishRule(s.case, s.route, command, s.actor, desk.means));
}

/** Xác nhận hoàn thiện, hoặc chuyển lại. Errors: those of domain's confirm and of perform. */
export function confirm(desk: Desk, command: ConfirmCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'confirm', { task: command.task }, request, (s) => confirmRule(s.case, s.route, command, s.actor, desk.means, s.now));
}
