import { findTask, reserve as rule, type ReserveCommand, type Result } from '@totrinh/domain';
import { reservedBy } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Bảo lưu ý kiến, once a member and vote. Errors: those of domain's reserve and of perform. */
export function reserve(desk: Desk, command: ReserveCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'reserve', { task }, request, async (s) => {
    const step = findTask(s.case, task)?.step;
    return rule(s.case, { ...command, task }, step === undefined ? [] : await reservedBy(s.tx, s.case.id, step), s.actor);
  });
}
