import { skip as rule, type Result, type SkipCommand } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Đề nghị bỏ qua a step; a second person confirms. Errors: those of domain's skip and of perform. */
export function skip(desk: Desk, { dossier, ...command }: SkipCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'skip', { dossier }, request, (s) => rule(s.case, s.route, command, s.actor, desk.means));
}
