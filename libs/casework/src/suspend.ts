import { officeDay, refuse, resume as resumeRule, suspend as suspendRule, type Result, type SuspendCommand } from '@totrinh/domain';
import { pauseOf } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { termsOf } from './terms.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/** Tạm dừng until a day. Errors: those of domain's suspend and of perform. */
export function suspend(desk: Desk, { dossier, ...command }: SuspendCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'suspend', { dossier }, request, (s) => suspendRule(s.case, command, s.today, s.actor, desk.means));
}

/** Tiếp tục before that day; terms move by the days of the pause. Errors: those of domain's resume and of perform. */
export function resume(desk: Desk, { dossier, reason }: { dossier: string; reason: string | null }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'resume', { dossier }, request, async (s) => {
    if (!s.case.suspended) return s.case.status === 'open' ? refuse('NOT_SUSPENDED') : refuse('DOSSIER_CLOSED', { status: s.case.status });
    const { dues, since } = await pauseOf(s.tx, s.case.id);
    return resumeRule(s.case, s.route, reason, dues, officeDay(since), s.now, s.actor, desk.means, await termsOf(s.tx, s.case.leadUnit, dues));
  });
}
