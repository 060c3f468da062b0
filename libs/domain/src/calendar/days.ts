const DAY_MS = 86_400_000;
/** The zone of every deadline is UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000;
/** Days of 400 years, after which the calendar repeats itself, and from 0000-03-01 to 1970-01-01. */
const ERA = 146_097;
const TO_EPOCH = 719_468;

/** The number of a day since 1970-01-01; `day` is `YYYY-MM-DD`. NaN for a day that does not exist, such as 31/2. */
export function dayNumber(day: string): number {
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-') return Number.NaN;
  const [year, month, date] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  return date >= 1 && date <= daysOfMonth(year, month) ? numberOf(year, month, date) : Number.NaN;
}

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export function isDayText(text: string): boolean {
  return !Number.isNaN(dayNumber(text));
}

/** The first and the last day that somebody may name for a deadline: a slip in the year would lie beyond what can be reckoned with. */
export const [EARLIEST_DAY, LATEST_DAY] = ['1990-01-01', '2150-12-31'];

/** Whether a text is a day that a deadline may be reckoned with. */
export function isDayInReach(text: string): boolean {
  return isDayText(text) && text >= EARLIEST_DAY && text <= LATEST_DAY;
}

/** The day of a number, `YYYY-MM-DD`. */
export function dayText(number: number): string {
  const z = number + TO_EPOCH;
  const era = Math.floor(z / ERA);
  const inEra = z - era * ERA;
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const ofYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(number) || year < 0 || year > 9999) throw new RangeError(`day ${number} cannot be written`);
  return dayOf(year, month, date);
}

/** `YYYY-MM-DD` of a year, a month from 1 and a date. */
export function dayOf(year: number, month: number, date: number): string {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** How many days a month has (1 to 12); 0 for any other number. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** The day that lies `days` later, or earlier where negative. */
export function shiftDay(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** The day that lies `months` later, or earlier where negative; the last of the month where it has no such day: 31/1 and a month is 28/2 (BLDS 2015 Đ.147 k.2, Đ.148). */
export function addMonths(day: string, months: number): string {
  const count = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf(year, month, Math.min(digits(day, 8, 10), daysOfMonth(year, month)));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** An instant on a day of the office's zone, `minutes` after its midnight. */
export function instantOn(day: string, minutes: number): Date {
  return instantAt(dayNumber(day), minutes * 60_000);
}

/** An instant on a day by its number, `ms` after its midnight. */
export function instantAt(number: number, ms: number): Date {
  return new Date(number * DAY_MS + ms - OFFSET_MS);
}

/** 24:00 of a day in the office's zone, as a UTC instant. */
export function endOfDay(day: string): Date {
  return instantOn(day, 24 * 60);
}

/** The number of the office's day on which an instant lies. */
export function dayNumberAt(instant: Date): number {
  return Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
}

/** The last day of a term that ends at an instant: a term that ends at 24:00 ends on the day before that midnight. */
export function lastDayOf(end: Date): string {
  return dayText(Math.floor((end.getTime() - 1 + OFFSET_MS) / DAY_MS));
}

/** Minutes since midnight of an instant in the office's zone. */
export function minutesOf(instant: Date): number {
  return Math.floor(msOf(instant) / 60_000);
}

/** Milliseconds since midnight of an instant in the office's zone. */
export function msOf(instant: Date): number {
  return (((instant.getTime() + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

function numberOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - TO_EPOCH;
}

/** The number that the characters from `begin` to before `end` write; NaN where one of them is no digit. */
function digits(text: string, begin: number, end: number): number {
  let n = 0;
  for (let i = begin; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || Number.isNaN(digit)) return Number.NaN;
    n = n * 10 + digit;
  }
  return n;
}
