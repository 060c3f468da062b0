import { closeConsult as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Kết thúc lấy ý kiến sớm. Errors: those of domain's closeConsult and of perform. */
export function closeConsult(desk: Desk, dossier: string, command: { readonly step: string; readonly reason: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'closeConsult', { dossier }, request, (s) => rule(s.case, s.route, command, s.actor));
}
