import { extendTerm, findTask, type ExtendCommand, type Result } from '@totrinh/domain';
import type { Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Xin gia hạn a task's term; somebody else grants it. Errors: those of domain's extendTerm and of perform. */
export function extend(desk: Desk, command: ExtendCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'extend', { task }, request, async (s) => {
    const dueAt = await dueOf(s.tx, findTask(s.case, task)?.step ?? null);
    return extendTerm(s.case, s.route, { ...command, task }, dueAt, s.now, s.actor, desk.means);
  });
}

/** When a step is due now, ISO; null where it has no term. */
export async function dueOf(tx: Tx, step: string | null): Promise<string | null> {
  const rows = step === null ? [] : await tx.read<{ due: Date | null }>('select due_at as due from totrinh.step where id = $1', [step]);
  return rows[0]?.due?.toISOString() ?? null;
}
