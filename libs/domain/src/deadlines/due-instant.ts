import type { Due } from '../route/route.ts';
import { assertNever } from '../result.ts';
import { endOfPlainDays, officeDay } from './plain-days.ts';

/** What a due date is counted from. `itemDeadline` is the item's last day (`YYYY-MM-DD`), null for a dossier without one. */
export interface DueBasis {
  readonly opening: Date;
  readonly submission: Date | null;
  readonly itemDeadline: string | null;
  /** Whether people work on that day (`YYYY-MM-DD`). */
  readonly isWorkingDay: (day: string) => boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const OFFSET_MS = 7 * HOUR_MS;
/** A term of working days over more days than this is a calendar without working days. */
const MOST_DAYS = 20_000;

/**
 * The instant at which a term ends: the end of its last day, the first day not counted (BLDS 2015 Đ.147–148); hours run by
 * the wall clock (hỏa tốc). Null where it hangs on an item's deadline and there is none. Answers a UTC instant.
 */
export function dueInstant(due: Due, basis: DueBasis): Date | null {
  const from = 'from' in due && due.from === 'submission' ? (basis.submission ?? basis.opening) : basis.opening;
  if ('days' in due) return endOfPlainDays(from, due.days);
  if ('workingDays' in due) return endOfDay(addWorkingDays(officeDay(from), due.workingDays, basis.isWorkingDay));
  if ('hours' in due) return new Date(from.getTime() + due.hours * HOUR_MS);
  if ('date' in due) return endOfDay(due.date);
  if ('by' in due) return basis.itemDeadline === null ? null : endOfDay(before(basis.itemDeadline, due.minus, basis.isWorkingDay));
  return assertNever(due);
}

/** The day that lies n working days after (n > 0) or before (n < 0) a day, which is not counted. */
export function addWorkingDays(day: string, n: number, isWorkingDay: DueBasis['isWorkingDay']): string {
  let at = day;
  let left = Math.abs(n);
  for (let tried = 0; left > 0; tried++) {
    if (tried > MOST_DAYS) throw new Error('the calendar has no working days');
    at = shift(at, Math.sign(n));
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** Monday to Friday; days off and swapped Saturdays come with the office's calendar. */
export function isPlainWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function before(day: string, minus: { days: number } | { workingDays: number } | undefined, isWorkingDay: DueBasis['isWorkingDay']): string {
  if (minus === undefined) return day;
  return 'days' in minus ? shift(day, -minus.days) : addWorkingDays(day, -minus.workingDays, isWorkingDay);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 24:00 of a day in the office's zone, as a UTC instant. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - OFFSET_MS);
}
