import { recordFor as rule, type RecordForCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ghi nhận thay: enters what somebody said on paper, by letter or by word. Errors: those of domain's recordFor and of perform. */
export function recordFor(desk: Desk, command: RecordForCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'record', { task }, request, (s) => rule(s.case, s.route, { ...command, task }, s.now, s.actor, desk.means));
}
