import { callOff as rule, type Result } from '@totrinh/domain';
import { emptyUrn } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Hủy cuộc biểu quyết: what lies in the urn of a secret one is thrown away unseen. Errors: those of domain's callOff and of perform. */
export function callOff(desk: Desk, dossier: string, command: { step: string; reason: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'callOff', { dossier }, request, (s) => {
    const facts = rule(s.case, s.route, command, s.actor);
    if (facts.ok) emptyUrn(s.tx, command.step);
    return facts;
  });
}
