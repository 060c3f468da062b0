import { checkLadder, isAdministrator, ok, refuse, type Result } from '@totrinh/domain';
import { insertLadder, lockLadder } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/**
 * Công bố quy định nhắc việc as its next version: steps that open from then on climb it, those that are open keep the version that they have.
 * Errors: NOT_ALLOWED, LADDER_INVALID (details: faults with path, vi, en), LADDER_UNCHANGED (details: version), those of the key.
 */
export function publishLadder(desk: Desk, written: unknown, request: ActRequest): Promise<Result<OfficeAnswer<{ ladder: string; version: number }>>> {
  return officeAct(desk, 'publishLadder', 'ladders', 201, request, async ({ tx, actor, now, act }) => {
    if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
    const checked = checkLadder(written);
    if (!checked.ok) return refuse('LADDER_INVALID', { faults: checked.faults });
    const { ladder } = checked;
    const latest = await lockLadder(tx, ladder.ladder);
    const version = (latest?.version ?? 0) + 1;
    if (latest && !(await insertLadder(tx, { rules: ladder, version, by: request.actor, act, at: now }, latest.version))) return refuse('LADDER_UNCHANGED', { ladder: ladder.ladder, version: latest.version });
    if (!latest) await insertLadder(tx, { rules: ladder, version, by: request.actor, act, at: now }, null);
    return ok({ ladder: ladder.ladder, version });
  });
}
