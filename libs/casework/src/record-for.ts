import { recordFor as rule, type RecordForCommand, type Result } from '@totrinh/domain';
import { loadActor } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';

/** Ghi nhận thay: enters what somebody said on paper, by letter or by word. Errors: those of domain's recordFor and of perform. */
export function recordFor(desk: Desk, command: RecordForCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const task = command.task.toLowerCase();
  return perform(desk, 'record', { task }, request, async (s) => rule(s.case, s.route, { ...command, task }, s.now, s.actor, desk.means, await heldBy(s, command.principal)));
}

/** The appointments that a person holds on the day of the act. */
export async function heldBy(s: Scene, person: string): Promise<string[]> {
  return (await loadActor(s.tx, person, s.today)).posts.map((p) => p.appointment);
}
