import { redo as rule, type RedoCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Làm lại a step that was passed, on the same content. Errors: those of domain's redo and of perform. */
export function redo(desk: Desk, { dossier, ...command }: RedoCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'redo', { dossier }, request, (s) => rule(s.case, s.route, command, s.actor));
}
