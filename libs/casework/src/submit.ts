import { submit as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Trình: freezes the content and leaves the draft step. Errors: those of domain's submit and of perform. */
export function submit(desk: Desk, dossier: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'submit', { dossier }, request, (s) => rule(s.case, s.route, s.actor, desk.means));
}
