import { addWorkingDays, isWorkingNumber, workingDayAt, workingDaysBetween, type Calendar, type SpecialDay } from '../calendar/calendar.ts';
import { dayNumber, endOfDay, lastDayOf, shiftDay } from '../calendar/days.ts';
import { addWorkingHours } from '../calendar/hours.ts';
import type { Due } from '../route/route.ts';
import { assertNever } from '../result.ts';
import { officeDay } from './plain-days.ts';

/** What a due date is counted from. `itemDeadline` is the item's last day (`YYYY-MM-DD`), null for a dossier without one. */
export interface DueBasis {
  readonly opening: Date;
  readonly submission: Date | null;
  readonly itemDeadline: string | null;
  readonly calendar: Calendar;
}

/** What moved a due date after it was reckoned: a longer term that was granted, a pause (both days `YYYY-MM-DD`), a date that an office set. */
export type DueChange =
  | { readonly because: 'extension' | 'moved'; readonly to: string }
  | { readonly because: 'pause'; readonly from: string; readonly to: string };

/** How a due date came about (Căn cứ): enough to reckon it again with another calendar, and to print it. */
export interface DueExplanation {
  readonly rule: Due;
  readonly from: 'opening' | 'submission' | 'date' | 'item';
  /** The instant that it is counted from (the first day is not counted), or the day that was given. */
  readonly start: string;
  /** The last day of the term, `YYYY-MM-DD`. */
  readonly end: string;
  /** The versions of the calendars that it was reckoned with. */
  readonly calendar: string;
  /** Special days that mattered: off and so not counted, or worked on a weekend. */
  readonly days: readonly SpecialDay[];
  /** Days of weekends in the term that were not counted. */
  readonly weekends: number;
  /** The day off on which the term would have ended; null where it ended on a working day. */
  readonly movedFrom: string | null;
  /** True where a day that matters is only planned. */
  readonly planned: boolean;
  /** True where the term ends after what the calendar knows. */
  readonly beyond: boolean;
  readonly changes: readonly DueChange[];
}

export interface Reckoned { readonly dueAt: Date; readonly due: DueExplanation }

/**
 * When a term ends, and why: the end of its last day, the first day not counted, and a term of days that would end on a day off ends on the next
 * working day (BLDS 2015 Đ.147–148); hours run by the wall clock (hỏa tốc), working hours in working time; a date that was given stays as it was
 * given. Null where it hangs on an item's deadline and there is none.
 */
export function reckonDue(rule: Due, basis: DueBasis): Reckoned | null {
  const { calendar } = basis;
  const bySubmission = 'from' in rule && rule.from === 'submission' && basis.submission !== null;
  const start = bySubmission && basis.submission ? basis.submission : basis.opening;
  const from = bySubmission ? 'submission' : 'opening';
  const day = officeDay(start);
  if ('days' in rule) {
    const last = shiftDay(day, rule.days);
    const end = workingDayAt(calendar, last);
    return reckoned(rule, from, start.toISOString(), endOfDay(end), calendar, end === last ? null : last, []);
  }
  if ('workingDays' in rule) return reckoned(rule, from, start.toISOString(), endOfDay(addWorkingDays(calendar, day, rule.workingDays)), calendar, null, []);
  if ('hours' in rule) return reckoned(rule, from, start.toISOString(), new Date(start.getTime() + rule.hours * 3_600_000), calendar, null, []);
  if ('workingHours' in rule) return reckoned(rule, from, start.toISOString(), addWorkingHours(calendar, start, rule.workingHours), calendar, null, []);
  if ('date' in rule) return reckoned(rule, 'date', rule.date, endOfDay(rule.date), calendar, null, []);
  if ('by' in rule) return basis.itemDeadline === null ? null : reckoned(rule, 'item', basis.itemDeadline, endOfDay(before(calendar, basis.itemDeadline, rule.minus)), calendar, null, []);
  return assertNever(rule);
}

/** The same term with another calendar: the rule first, then each change in its turn; a date that somebody set stays. */
export function reckonAgain(due: DueExplanation, calendar: Calendar): Reckoned {
  const start = due.from === 'opening' || due.from === 'submission' ? new Date(due.start) : new Date(0);
  const rule = reckonDue(due.rule, { opening: start, submission: start, itemDeadline: due.from === 'item' ? due.start : null, calendar });
  if (rule === null) throw new Error('a due date that hung on an item has lost it');
  const dueAt = due.changes.reduce((at, change) => changed(due.rule, at, change, calendar), rule.dueAt);
  return { dueAt, due: { ...rule.due, from: due.from, ...facts(due.start, dueAt, calendar), changes: due.changes } };
}

/** A term after a change. `dueAt` is when it ends now; the explanation is null for a term from before there were any. */
export function changeDue(due: DueExplanation | null, dueAt: Date, change: DueChange, calendar: Calendar): { readonly dueAt: Date; readonly due: DueExplanation | null } {
  const at = changed(due?.rule ?? null, dueAt, change, calendar);
  return { dueAt: at, due: due && { ...due, ...facts(due.start, at, calendar), changes: [...due.changes, change] } };
}

/** Terms of working days lose the working days of a pause; all others its days. */
function changed(rule: Due | null, dueAt: Date, change: DueChange, calendar: Calendar): Date {
  if (change.because !== 'pause') return endOfDay(change.to);
  if (rule !== null && 'workingDays' in rule) {
    const lost = workingDaysBetween(calendar, shiftDay(change.from, -1), shiftDay(change.to, -1));
    return endOfDay(addWorkingDays(calendar, lastDayOf(dueAt), lost));
  }
  const later = new Date(dueAt.getTime() + (dayNumber(change.to) - dayNumber(change.from)) * 86_400_000);
  return rule !== null && 'days' in rule ? endOfDay(workingDayAt(calendar, lastDayOf(later))) : later;
}

function reckoned(rule: Due, from: DueExplanation['from'], start: string, dueAt: Date, calendar: Calendar, movedFrom: string | null, changes: readonly DueChange[]): Reckoned {
  return { dueAt, due: { rule, from, start, movedFrom, changes, ...facts(start, dueAt, calendar) } };
}

type Found = Pick<DueExplanation, 'end' | 'calendar' | 'days' | 'weekends' | 'planned' | 'beyond'>;

/** What the calendar says between the start, not counted, and the end. */
function facts(start: string, dueAt: Date, calendar: Calendar): Found {
  const end = lastDayOf(dueAt);
  const [a, b] = [dayNumber(start.length > 10 ? officeDay(new Date(start)) : start), dayNumber(end)].sort((x, y) => x - y) as [number, number];
  const days: SpecialDay[] = [];
  let weekends = 0;
  for (let at = a + 1; at <= b; at++) {
    const special = calendar.special.get(at);
    if (special !== undefined) days.push(special);
    else if (!isWorkingNumber(calendar, at)) weekends++;
  }
  return { end, calendar: calendar.key, days, weekends, planned: days.some((d) => d.status === 'planned'), beyond: calendar.until !== null && end > calendar.until };
}

function before(calendar: Calendar, day: string, minus: { days: number } | { workingDays: number } | undefined): string {
  if (minus === undefined) return day;
  return 'days' in minus ? shiftDay(day, -minus.days) : addWorkingDays(calendar, day, -minus.workingDays);
}
