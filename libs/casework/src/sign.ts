import { decideAs, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ký: the signature of a sign step; nobody stands in. Errors: those of domain's decideAs and of perform. */
export function sign(desk: Desk, command: { readonly task: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'sign', { task: command.task }, request, (s) => decideAs('sign', s.case, s.route, { task: command.task, outcome: 'signed', reason: null }, s.actor, desk.means, s.now));
}
