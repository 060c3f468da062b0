import { decideAs, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Trả lời lấy ý kiến: the opinion of an asked unit or member. Errors: those of domain's decideAs and of perform. */
export function answer(desk: Desk, command: { readonly task: string; readonly outcome: string; readonly reason?: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'answer', { task: command.task }, request, (s) => decideAs('answer', s.case, s.route, { task: command.task, outcome: command.outcome, reason: command.reason ?? null }, s.actor, desk.means, s.now));
}
