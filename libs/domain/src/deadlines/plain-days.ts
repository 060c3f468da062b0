import { dayNumberAt, dayText } from '../calendar/days.ts';

/** Zone of every deadline: UTC+7 all year, without summer time. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The office's calendar day of an instant, `YYYY-MM-DD`. */
export function officeDay(instant: Date): string {
  return dayText(dayNumberAt(instant));
}

/**
 * When a term of plain days ends: the first day is not counted and the term ends with the last day, at 24:00 of the
 * office's zone (BLDS 2015 Đ.147-148). Answers a UTC instant.
 */
export function endOfPlainDays(from: Date, days: number): Date {
  const startOfDay = Math.floor((from.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS;
  return new Date(startOfDay + (days + 1) * DAY_MS - OFFSET_MS);
}
