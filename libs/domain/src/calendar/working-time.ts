import { isWorkingNumber, type Calendar } from './calendar.ts';
import { dayNumberAt, msOf } from './days.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Office hours of a working day in minutes; a calendar without hours counts whole days. */
export function minutesOfWorkingDay(calendar: Calendar): number {
  return calendar.hours.length === 0 ? DAY / MINUTE : calendar.hours.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** Minutes of working time between two instants, whole ones; 0 where the second is not later. Breaks, evenings and days off do not count. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const hours = calendar.hours.length === 0 ? [{ from: 0, to: DAY / MINUTE }] : calendar.hours;
  const [first, last] = [dayNumberAt(from), dayNumberAt(to)];
  let ms = 0;
  for (let day = first; day <= last; day++) {
    if (!isWorkingNumber(calendar, day)) continue;
    const begin = day === first ? msOf(from) : 0;
    const end = day === last ? msOf(to) : DAY;
    for (const span of hours) ms += Math.max(0, Math.min(end, span.to * MINUTE) - Math.max(begin, span.from * MINUTE));
  }
  return Math.floor(ms / MINUTE);
}
