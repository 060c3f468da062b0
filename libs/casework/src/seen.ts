import { seen as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** The dossier was shown to the task's holder. Errors: those of domain's seen and of perform. */
export function seen(desk: Desk, task: string, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'seen', { task }, request, (s) => rule(s.case, task, s.actor));
}
