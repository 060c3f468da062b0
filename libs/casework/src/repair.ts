import { repair as rule, type RepairCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Đề nghị sửa luồng of a dossier that is stuck; a second person confirms. Errors: those of domain's repair and of perform. */
export function repair(desk: Desk, { dossier, ...command }: RepairCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'repair', { dossier }, request, (s) => rule(s.case, s.route, command, s.actor, desk.means));
}
