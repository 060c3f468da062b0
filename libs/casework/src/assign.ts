import { assign as rule, findTask, type AssignCommand, type Result } from '@totrinh/domain';
import { askDirectory } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Giao chuyên viên: the unit's head gives the task to an officer of the unit today. Errors: those of domain's assign and of perform. */
export function assign(desk: Desk, command: AssignCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'assign', { task: command.task }, request, async (s) => {
    const unit = findTask(s.case, command.task)?.unit ?? null;
    const officer = unit === null ? [] : await askDirectory(s.tx, { kind: 'person', person: command.person, unit }, s.today);
    return rule(s.case, s.route, command, s.actor, officer);
  });
}
