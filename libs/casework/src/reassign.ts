import { reassign as rule, reassignQuery, type ReassignCommand, type Result } from '@totrinh/domain';
import { askDirectory } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';
import { tellOfTask } from './tell-of-task.ts';
import { heldToday } from './transfer.ts';

/** Giao lại việc của người đã rời chức vụ; whoever gets it is told. Errors: those of domain's reassign and of perform. */
export function reassign(desk: Desk, given: ReassignCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const command = { ...given, task: given.task.toLowerCase() };
  return perform(desk, 'reassign', { task: command.task }, request, async (s) => {
    const query = reassignQuery(s.case, s.route, command);
    const to = query === null ? [] : await askDirectory(s.tx, query, s.today);
    const facts = rule(s.case, s.route, command, s.actor, { to, heldToday: await heldToday(s, command.task) });
    if (facts.ok) tellOfTask(desk, s, command.task, 'reassigned', [command.person]);
    return facts;
  });
}
