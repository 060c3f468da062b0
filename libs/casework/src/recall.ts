import { recall as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Rút lại: takes back what nobody has seen yet. Errors: those of domain's recall and of perform. */
export function recall(desk: Desk, dossier: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'recall', { dossier }, request, (s) => rule(s.case, s.route, s.actor));
}
