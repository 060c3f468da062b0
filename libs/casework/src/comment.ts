import { comment as rule, ok, type Result } from '@totrinh/domain';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Trao đổi on a dossier that one may see; `text` is clean; `mentions` are ids of people. Errors: those of perform. */
export function comment(desk: Desk, dossier: string, { text, mentions }: { text: string; mentions?: readonly string[] }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'comment', { dossier }, request, (s) => ok(rule(text, s.actor, desk.means, mentions)));
}
