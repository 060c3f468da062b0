import { BASE_CALENDAR, changeCalendar as changed, cleanText, isAdministrator, ok, refuse, type CalendarChangeCommand, type Result } from '@totrinh/domain';
import { insertCalendarVersion, isUnit, lockCalendar } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

export interface CalendarMade { readonly calendar: string; readonly version: number }

/**
 * Sửa lịch làm việc: the base calendar (`vn`) or the overlay of a unit (its id) gets its next version, behind the one that `base` names (0: the first
 * overlay). Terms that are open are reckoned again afterwards, each under its dossier's lock.
 * Errors: NOT_ALLOWED, CALENDAR_NOT_FOUND, CALENDAR_CHANGED (details: version), CALENDAR_INVALID (details: faults with path, vi, en), CALENDAR_UNCHANGED, those of text and of the key.
 */
export function changeCalendar(desk: Desk, id: string, command: CalendarChangeCommand, request: ActRequest): Promise<Result<OfficeAnswer<CalendarMade>>> {
  return officeAct(desk, 'changeCalendar', id, 201, request, async ({ tx, actor, today, now, act }) => {
    if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
    const reason = cleanText('reason', command.reason);
    if (!reason.ok) return reason;
    const latest = await lockCalendar(tx, id);
    if (latest === null && (id === BASE_CALENDAR || !(await isUnit(tx, id, today)))) return refuse('CALENDAR_NOT_FOUND', { id });
    if ((latest?.version ?? 0) !== command.base) return refuse('CALENDAR_CHANGED', { calendar: id, version: latest?.version ?? 0 });
    const content = changed(id, latest?.content ?? null, command);
    if (!content.ok) return content;
    const version = insertCalendarVersion(tx, { calendar: id, content: content.value, reason: reason.value, by: request.actor, act, at: now }, latest);
    return ok({ calendar: id, version });
  });
}
