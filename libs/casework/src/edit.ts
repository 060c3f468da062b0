import { attach as attachRule, edit as editRule, type AttachCommand, type EditCommand, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Changes the title or the planned day of an open draft. Errors: those of domain's edit and of perform. */
export function edit(desk: Desk, dossier: string, command: EditCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'edit', { dossier }, request, (s) => editRule(s.case, s.route, command, s.today, s.actor));
}

/** Adds a stored file as the next numbered draft of its role. The file is on disk before the act. Errors: those of domain's attach and of perform. */
export function attach(desk: Desk, dossier: string, command: AttachCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'attach', { dossier }, request, (s) => attachRule(s.case, command, s.actor, desk.means));
}
