import { addWorkingDays, isWorkingNumber, workingDayAt, workingDaysBetween, type Calendar, type SpecialDay } from '../calendar/calendar.ts';
import { dayNumber, endOfDay, instantOn, lastDayOf, shiftDay } from '../calendar/days.ts';
import { addWorkingHours, workingTimeBetween } from '../calendar/hours.ts';
import type { Due } from '../route/route.ts';
import { assertNever } from '../result.ts';
import { officeDay } from './plain-days.ts';

const HOUR_MS = 3_600_000;

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

/** When a term ends, and the day off on which it would have ended otherwise. */
interface Ended { readonly at: Date; readonly movedFrom: string | null }

/**
 * When a term ends, and why: the end of its last day, the first day not counted, and a term of days that would end on a day off ends on the next
 * working day (BLDS 2015 Đ.147–148), one that is counted back on the one before; hours run by the wall clock (hỏa tốc), working hours in working time;
 * a date that was given stays as it was given. Null where it hangs on an item's deadline and there is none.
 */
export function reckonDue(rule: Due, basis: DueBasis): Reckoned | null {
  const bySubmission = 'from' in rule && rule.from === 'submission' && basis.submission !== null;
  const start = bySubmission && basis.submission ? basis.submission : basis.opening;
  const ended = endOf(rule, start, basis.itemDeadline, basis.calendar);
  if (ended === null) return null;
  const from = 'date' in rule ? 'date' : 'by' in rule ? 'item' : bySubmission ? 'submission' : 'opening';
  const counted = 'date' in rule ? rule.date : 'by' in rule ? (basis.itemDeadline ?? '') : start.toISOString();
  return { dueAt: ended.at, due: { rule, from, start: counted, changes: [], ...facts(rule, counted, ended, basis.calendar) } };
}

/** The same term with another calendar: the rule first, then each change in its turn; a date that somebody set stays. */
export function reckonAgain(due: DueExplanation, calendar: Calendar): Reckoned {
  const start = due.from === 'opening' || due.from === 'submission' ? new Date(due.start) : new Date(0);
  let ended = endOf(due.rule, start, due.from === 'item' ? due.start : null, calendar);
  if (ended === null) throw new Error('a due date that hung on an item has lost it');
  for (const change of due.changes) ended = changed(due.rule, ended.at, change, calendar);
  return { dueAt: ended.at, due: { rule: due.rule, from: due.from, start: due.start, changes: due.changes, ...facts(due.rule, due.start, ended, calendar) } };
}

/** A term after a change. `dueAt` is when it ends now; the explanation is null for a term from before there were any. */
export function changeDue(due: DueExplanation | null, dueAt: Date, change: DueChange, calendar: Calendar): { readonly dueAt: Date; readonly due: DueExplanation | null } {
  const ended = changed(due?.rule ?? null, dueAt, change, calendar);
  return { dueAt: ended.at, due: due && { ...due, ...facts(due.rule, due.start, ended, calendar), changes: [...due.changes, change] } };
}

function endOf(rule: Due, start: Date, itemDeadline: string | null, calendar: Calendar): Ended | null {
  if ('days' in rule) return moved(shiftDay(officeDay(start), rule.days), calendar, false);
  if ('workingDays' in rule) return { at: endOfDay(addWorkingDays(calendar, officeDay(start), rule.workingDays)), movedFrom: null };
  if ('hours' in rule) return { at: new Date(start.getTime() + rule.hours * HOUR_MS), movedFrom: null };
  if ('workingHours' in rule) return { at: addWorkingHours(calendar, start, rule.workingHours), movedFrom: null };
  if ('date' in rule) return { at: endOfDay(rule.date), movedFrom: null };
  if ('by' in rule) return itemDeadline === null ? null : before(calendar, itemDeadline, rule.minus);
  return assertNever(rule);
}

function before(calendar: Calendar, day: string, minus: { days: number } | { workingDays: number } | undefined): Ended {
  if (minus === undefined) return { at: endOfDay(day), movedFrom: null };
  if ('days' in minus) return moved(shiftDay(day, -minus.days), calendar, true);
  return { at: endOfDay(addWorkingDays(calendar, day, -minus.workingDays)), movedFrom: null };
}

/** The end of a day, or of the next working day (`back`: the one before) where it is a day off. */
function moved(day: string, calendar: Calendar, back: boolean): Ended {
  const end = workingDayAt(calendar, day, back);
  return { at: endOfDay(end), movedFrom: end === day ? null : day };
}

/** Terms of working days and of working hours lose the working time of a pause; all others its days. */
function changed(rule: Due | null, dueAt: Date, change: DueChange, calendar: Calendar): Ended {
  if (change.because !== 'pause') return { at: endOfDay(change.to), movedFrom: null };
  if (rule !== null && 'workingDays' in rule) {
    const lost = workingDaysBetween(calendar, shiftDay(change.from, -1), shiftDay(change.to, -1));
    return { at: endOfDay(addWorkingDays(calendar, lastDayOf(dueAt), lost)), movedFrom: null };
  }
  if (rule !== null && 'workingHours' in rule && change.from < change.to) {
    const lost = workingTimeBetween(calendar, instantOn(change.from, 0), instantOn(change.to, 0));
    return { at: addWorkingHours(calendar, dueAt, lost / HOUR_MS), movedFrom: null };
  }
  const later = new Date(dueAt.getTime() + (dayNumber(change.to) - dayNumber(change.from)) * 86_400_000);
  return rule !== null && 'days' in rule ? moved(lastDayOf(later), calendar, false) : { at: later, movedFrom: null };
}

type Found = Pick<DueExplanation, 'end' | 'calendar' | 'days' | 'weekends' | 'movedFrom' | 'planned' | 'beyond'>;

/** What the calendar says about the days on which the end hangs. */
function facts(rule: Due, start: string, { at, movedFrom }: Ended, calendar: Calendar): Found {
  const end = lastDayOf(at);
  const [first, last] = judged(rule, dayNumber(start.length > 10 ? officeDay(new Date(start)) : start), dayNumber(end), movedFrom);
  return { end, calendar: calendar.key, movedFrom, ...daysThatMatter(calendar, first, last), beyond: isBeyond(calendar, end) };
}

/** The first and the last day that decide where a term ends: all that were counted or left out; of plain days the last alone, with those over which it moved. */
function judged(rule: Due, start: number, end: number, movedFrom: string | null): readonly [number, number] {
  if ('workingDays' in rule) return [start + 1, end];
  if ('workingHours' in rule) return [start, end];
  if ('by' in rule && rule.minus && 'workingDays' in rule.minus) return [end, start - 1];
  if (!('days' in rule) && !('by' in rule && rule.minus)) return [0, -1];
  const last = movedFrom === null ? end : dayNumber(movedFrom);
  return [Math.min(last, end), Math.max(last, end)];
}

/** What a calendar says about the days from one number to another, both counted: the special ones, how many others are days of a weekend, whether any is only planned. */
export function daysThatMatter(calendar: Calendar, first: number, last: number): Pick<DueExplanation, 'days' | 'weekends' | 'planned'> {
  const days: SpecialDay[] = [];
  let weekends = 0;
  let planned = false;
  for (let at = first; at <= last; at++) {
    const special = calendar.special.get(at);
    if (special === undefined) { if (!isWorkingNumber(calendar, at)) weekends++; continue; }
    days.push(special);
    planned ||= special.status === 'planned';
  }
  return { days, weekends, planned };
}

/** Whether a day lies after what the calendar knows. */
export function isBeyond(calendar: Calendar, day: string): boolean {
  return calendar.until !== null && day > calendar.until;
}
