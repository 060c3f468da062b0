import { cancel as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Dừng hồ sơ, with the reason. Errors: those of domain's cancel and of perform. */
export function cancel(desk: Desk, dossier: string, reason: string | null, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'cancel', { dossier }, request, (s) => rule(s.case, reason, s.actor));
}
