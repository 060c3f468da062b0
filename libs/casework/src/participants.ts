import { addParticipant as addRule, removeParticipant as removeRule, type ParticipantCommand, type Result } from '@totrinh/domain';
import { askDirectory } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Thêm nơi lấy ý kiến: a unit that has somebody to answer today, or a person who holds a post. Errors: those of domain's addParticipant and of perform. */
export function addParticipant(desk: Desk, dossier: string, command: ParticipantCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'addParticipant', { dossier }, request, async (s) => {
    const found = await askDirectory(s.tx, command.unit === undefined ? { kind: 'holder', person: command.person } : { kind: 'post', unit: command.unit, roles: ['head', 'deputy'] }, s.today);
    return addRule(s.case, s.route, command, s.actor, found);
  });
}

/** Bớt nơi lấy ý kiến: takes an open opinion back. Errors: those of domain's removeParticipant and of perform. */
export function removeParticipant(desk: Desk, dossier: string, command: { readonly task: string; readonly reason: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'removeParticipant', { dossier }, request, (s) => removeRule(s.case, s.route, command, s.actor));
}
