import { reach as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ghi mốc theo dõi. Errors: those of domain's reach and of perform. */
export function reach(desk: Desk, command: { readonly task: string; readonly milestone: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'reach', { task: command.task }, request, (s) => rule(s.case, s.route, command, s.actor));
}
