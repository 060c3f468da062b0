import { ask as rule, type AskCommand, type Result } from '@totrinh/domain';
import { loadActor } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Xin thêm ý kiến: asks one person on the side; `text` is clean. Errors: those of domain's ask and of perform. */
export function ask(desk: Desk, dossier: string, command: AskCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'ask', { dossier }, request, async (s) => rule(s.case, s.route, command, s.actor, (await loadActor(s.tx, command.person, s.today)).posts));
}
