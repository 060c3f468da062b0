import { respond as rule, type RespondCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Tiếp thu, giải trình: one line of the table; `reason` is clean. Errors: those of domain's respond and of perform. */
export function respond(desk: Desk, dossier: string, command: RespondCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'respond', { dossier }, request, (s) => rule(s.case, command, s.actor));
}
