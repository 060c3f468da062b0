import { hearBriefing as rule, officeDay, ok, type Result } from '@totrinh/domain';
import { lockBriefing, writeHeard } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** Đã báo cáo giao ban on this day (`YYYY-MM-DD`; null: today). Errors: those of domain's hearBriefing and of the key. */
export function hearBriefing(desk: Desk, id: string, on: string | null, request: ActRequest): Promise<Result<OfficeAnswer<{ briefing: string; heardOn: string }>>> {
  const briefing = id.toLowerCase();
  return officeAct(desk, 'hearBriefing', briefing, 200, request, async ({ tx, actor, today }) => {
    const found = await lockBriefing(tx, briefing);
    const heard = rule(found && { since: officeDay(found.at), heardOn: found.heardOn, roles: found.roles }, on ?? today, actor, today);
    if (!heard.ok) return heard;
    writeHeard(tx, briefing, heard.value.heardOn, request.actor);
    return ok({ briefing, heardOn: heard.value.heardOn });
  });
}
