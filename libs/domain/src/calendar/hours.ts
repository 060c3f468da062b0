import { addWorkingDays, isWorkingDay, type Calendar } from './calendar.ts';
import { instantOn, minutesOf } from './days.ts';
import { officeDay } from '../deadlines/plain-days.ts';

/** Minutes after midnight at which people begin. */
export function openingOf(calendar: Calendar): number {
  return calendar.hours[0]?.from ?? 0;
}

/** Minutes after midnight at which people go home. */
export function closingOf(calendar: Calendar): number {
  return calendar.hours.at(-1)?.to ?? 24 * 60;
}

/** When work begins on a day, whether it is worked or not. */
export function startOfWork(calendar: Calendar, day: string): Date {
  return instantOn(day, openingOf(calendar));
}

/** The instant itself where it lies between opening and closing of a working day, else the next opening; with `back` the last closing before. */
export function withinOfficeHours(calendar: Calendar, instant: Date, back = false): Date {
  const day = officeDay(instant);
  const minutes = minutesOf(instant);
  const worked = isWorkingDay(calendar, day);
  if (worked && minutes >= openingOf(calendar) && minutes < closingOf(calendar)) return instant;
  if (back) return instantOn(worked && minutes >= closingOf(calendar) ? day : addWorkingDays(calendar, day, -1), closingOf(calendar) - 1);
  return startOfWork(calendar, worked && minutes < openingOf(calendar) ? day : addWorkingDays(calendar, day, 1));
}

/** The instant that lies `hours` of working time after an instant. The time of breaks, evenings and days off does not count. */
export function addWorkingHours(calendar: Calendar, from: Date, hours: number): Date {
  let left = Math.round(hours * 60);
  let day = officeDay(from);
  let at = minutesOf(from);
  for (;;) {
    if (isWorkingDay(calendar, day)) {
      for (const span of calendar.hours) {
        const begin = Math.max(at, span.from);
        if (begin >= span.to) continue;
        if (left <= span.to - begin) return instantOn(day, begin + left);
        left -= span.to - begin;
      }
    }
    day = addWorkingDays(calendar, day, 1);
    at = 0;
  }
}
