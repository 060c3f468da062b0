import { addWorkingDays, addWorkingNumbers, isWorkingDay, isWorkingNumber, type Calendar } from './calendar.ts';
import { dayNumberAt, dayText, instantAt, instantOn, minutesOf, msOf } from './days.ts';

const MINUTE = 60_000;

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
  const day = dayText(dayNumberAt(instant));
  const minutes = minutesOf(instant);
  const worked = isWorkingDay(calendar, day);
  if (worked && minutes >= openingOf(calendar) && minutes < closingOf(calendar)) return instant;
  if (back) return instantOn(worked && minutes >= closingOf(calendar) ? day : addWorkingDays(calendar, day, -1), closingOf(calendar) - 1);
  return startOfWork(calendar, worked && minutes < openingOf(calendar) ? day : addWorkingDays(calendar, day, 1));
}

/**
 * The instant that lies `hours` of working time after an instant, or before it where negative. The time of breaks, evenings and days off does not
 * count; a term that is used up at the end of a morning or a day ends there, one counted back at its beginning.
 */
export function addWorkingHours(calendar: Calendar, from: Date, hours: number): Date {
  const left = Math.round(Math.abs(hours) * 60 * MINUTE);
  return hours < 0 ? hoursBefore(calendar, from, left) : hoursAfter(calendar, from, left);
}

function hoursAfter(calendar: Calendar, from: Date, ms: number): Date {
  let left = ms;
  let day = dayNumberAt(from);
  let at = msOf(from);
  for (;;) {
    if (isWorkingNumber(calendar, day)) {
      for (const span of calendar.hours) {
        const begin = Math.max(at, span.from * MINUTE);
        if (begin >= span.to * MINUTE) continue;
        if (left <= span.to * MINUTE - begin) return instantAt(day, begin + left);
        left -= span.to * MINUTE - begin;
      }
    }
    day = addWorkingNumbers(calendar, day, 1);
    at = 0;
  }
}

function hoursBefore(calendar: Calendar, from: Date, ms: number): Date {
  let left = ms;
  let day = dayNumberAt(from);
  let at = msOf(from);
  for (;;) {
    if (isWorkingNumber(calendar, day)) {
      for (let i = calendar.hours.length - 1; i >= 0; i--) {
        const span = calendar.hours[i];
        if (span === undefined) continue;
        const end = Math.min(at, span.to * MINUTE);
        if (end <= span.from * MINUTE) continue;
        if (left <= end - span.from * MINUTE) return instantAt(day, end - left);
        left -= end - span.from * MINUTE;
      }
    }
    day = addWorkingNumbers(calendar, day, -1);
    at = Number.POSITIVE_INFINITY;
  }
}

/** Working time between two instants in milliseconds; negative where the second lies before. */
export function workingTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  if (to < from) return 0 - workingTimeBetween(calendar, to, from);
  const [first, last] = [dayNumberAt(from), dayNumberAt(to)];
  let ms = 0;
  for (let day = first; day <= last; day++) {
    if (!isWorkingNumber(calendar, day)) continue;
    for (const span of calendar.hours) {
      const begin = Math.max(span.from * MINUTE, day === first ? msOf(from) : 0);
      const end = Math.min(span.to * MINUTE, day === last ? msOf(to) : span.to * MINUTE);
      if (end > begin) ms += end - begin;
    }
  }
  return ms;
}
