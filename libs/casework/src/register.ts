import { register as rule, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Vào sổ đến: the asked unit's own incoming number. Errors: those of domain's register and of perform. */
export function register(desk: Desk, command: { readonly task: string; readonly number: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'register', { task: command.task }, request, (s) => rule(s.case, s.route, command, s.actor));
}
