import { isWorkingNumber, type Calendar, type SpecialDay } from './calendar.ts';
import { dayNumber, dayOf, daysOfMonth, dayText } from './days.ts';

/** A year of a calendar: its special days in order, and the working days of each month. */
export interface YearOfDays {
  readonly year: number;
  readonly days: readonly SpecialDay[];
  /** January to December. */
  readonly workingDays: readonly number[];
  /** How many special days are only planned. */
  readonly planned: number;
  /** True where the calendar does not know the year to its end. */
  readonly beyond: boolean;
}

/** What holds in a year (1900 to 2150) by a calendar with its overlays. */
export function daysOfYear(calendar: Calendar, year: number): YearOfDays {
  const [first, last] = [dayNumber(dayOf(year, 1, 1)), dayNumber(dayOf(year, 12, 31))];
  const days: SpecialDay[] = [];
  for (let at = first; at <= last; at++) {
    const special = calendar.special.get(at);
    if (special) days.push(special);
  }
  const workingDays = Array.from({ length: 12 }, (_, i) => {
    const begin = dayNumber(dayOf(year, i + 1, 1));
    let n = 0;
    for (let at = begin; at < begin + daysOfMonth(year, i + 1); at++) if (isWorkingNumber(calendar, at)) n++;
    return n;
  });
  return { year, days, workingDays, planned: days.filter((d) => d.status === 'planned').length, beyond: calendar.until !== null && dayText(last) > calendar.until };
}
