import { decide as rule, type DecideCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** A person's decision in a task, with everything that it ends. Errors: those of domain's decide and of perform. */
export function decide(desk: Desk, command: DecideCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'decide', { task: command.task }, request, (s) => rule(s.case, s.route, command, s.actor, desk.means, s.now));
}

/** Chuyển lại để hoàn thiện: sends the dossier back to an earlier step that it has passed, with the reason. */
export function returnTo(desk: Desk, command: { task: string; to: string | null; reason: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'return', { task: command.task }, request, (s) => rule(s.case, s.route, { ...command, outcome: 'returned' }, s.actor, desk.means, s.now));
}
