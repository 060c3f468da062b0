import { withdraw as rule, type Result, type WithdrawCommand } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Thu hồi an issued document: replaced, corrected or revoked. Errors: those of domain's withdraw and of perform. */
export function withdraw(desk: Desk, { dossier, ...command }: WithdrawCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'withdraw', { dossier }, request, (s) => rule(s.case, command, s.actor));
}
