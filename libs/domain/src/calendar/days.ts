const DAY_MS = 86_400_000;
/** The zone of every deadline is UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000;

/** The number of a day since 1970-01-01; `day` is `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day of a number, `YYYY-MM-DD`. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day that lies `days` later, or earlier where negative. */
export function shiftDay(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** An instant on a day of the office's zone, `minutes` after its midnight. */
export function instantOn(day: string, minutes: number): Date {
  return new Date(dayNumber(day) * DAY_MS + minutes * 60_000 - OFFSET_MS);
}

/** 24:00 of a day in the office's zone, as a UTC instant. */
export function endOfDay(day: string): Date {
  return instantOn(day, 24 * 60);
}

/** The last day of a term that ends at an instant: a term that ends at 24:00 ends on the day before that midnight. */
export function lastDayOf(end: Date): string {
  return dayText(Math.floor((end.getTime() - 1 + OFFSET_MS) / DAY_MS));
}

/** Minutes since midnight of an instant in the office's zone. */
export function minutesOf(instant: Date): number {
  return Math.floor((((instant.getTime() + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS / 60_000);
}
