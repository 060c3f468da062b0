import { candidatesOf, findTask, transfer as rule, transferQuery, type Result, type TransferCommand } from '@totrinh/domain';
import { askDirectory, loadActor } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';

/** Chuyển xử lý: hands a task to somebody else of its unit or body. Errors: those of domain's transfer and of perform. */
export function transfer(desk: Desk, command: TransferCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'transfer', { task: command.task }, request, async (s) => {
    const query = transferQuery(s.case, s.route, command);
    const to = query === null ? [] : await askDirectory(s.tx, query, s.today);
    return rule(s.case, s.route, command, s.actor, { to, heldToday: await heldToday(s, command.task) });
  });
}

/** The appointments that the task's people, also those it was taken from, still hold, in the order of people, as appointments are locked everywhere. */
export async function heldToday(s: Scene, id: string): Promise<string[]> {
  const task = findTask(s.case, id);
  const held: string[] = [];
  for (const person of task ? candidatesOf([...task.assignees, ...task.helpers, ...(task.takenFrom?.assignees ?? [])]).sort() : []) {
    held.push(...(await loadActor(s.tx, person, s.today)).posts.map((p) => p.appointment));
  }
  return held;
}
