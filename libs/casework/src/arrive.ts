import { arrive as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Báo một sự kiện bên ngoài đã tới. Errors: those of domain's arrive and of perform. */
export function arrive(desk: Desk, dossier: string, command: { readonly name: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'arrive', { dossier }, request, (s) => rule(s.case, s.route, command, s.actor));
}
