import { issue as rule, refuse, type Result } from '@totrinh/domain';
import { lockRegister } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Ban hành: the clerk numbers and issues in one transaction, on the day that it is once the register is theirs; `number` where another system gave it. Errors: those of domain's issue and of perform; REGISTER_NOT_FOUND. */
export function issue(desk: Desk, { task, number }: { task: string; number?: number | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'issue', { task }, request, async (s) => {
    const named = s.case.roles.register;
    const register = named === null ? null : await lockRegister(s.tx, named.issuer, named.type, s.refresh);
    return register === null ? refuse('REGISTER_NOT_FOUND', { register: named }) : rule(s.case, s.route, task, register, s.today, s.actor, desk.means, number ?? null);
  });
}
