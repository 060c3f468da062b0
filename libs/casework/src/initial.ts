import { decideAs, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ký nháy: approves a review of content or form that asks for initials. Errors: those of domain's decideAs and of perform. */
export function initial(desk: Desk, command: { readonly task: string; readonly reason?: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'initial', { task: command.task }, request, (s) => decideAs('initial', s.case, s.route, { task: command.task, outcome: 'approved', reason: command.reason ?? null }, s.actor, desk.means, s.now));
}
