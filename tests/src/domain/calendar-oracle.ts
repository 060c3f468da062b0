import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// A slow reckoner that shares nothing with the one it judges: days are Dates, one after the other, and the file's first two columns say which are off.
const LINES = readFileSync(fileURLToPath(new URL('../../../libs/persistence/data/vn-calendar-2021-2027.csv', import.meta.url)), 'utf8').split('\n');
const OFF = new Set(LINES.filter((l) => l.slice(11, 14) === 'OFF').map((l) => l.slice(0, 10)));
const WORK = new Set(LINES.filter((l) => l.slice(11, 15) === 'WORK').map((l) => l.slice(0, 10)));

const text = (d: Date): string => d.toISOString().slice(0, 10);

function next(d: Date, step: number): Date {
  const there = new Date(d);
  there.setUTCDate(there.getUTCDate() + step);
  return there;
}

/** Whether a day is worked. */
export function isWorked(day: string): boolean {
  if (OFF.has(day)) return false;
  const weekday = new Date(day).getUTCDay();
  return WORK.has(day) || (weekday !== 0 && weekday !== 6);
}

/** The day that lies n working days on or, where negative, back. */
export function slowWorkingDays(day: string, n: number): string {
  let at = new Date(day);
  for (let left = Math.abs(n); left > 0;) {
    at = next(at, n < 0 ? -1 : 1);
    if (isWorked(text(at))) left -= 1;
  }
  return text(at);
}

/** The end of a term of plain days, moved off days off. */
export function slowDays(day: string, n: number): string {
  let at = next(new Date(day), n);
  while (!isWorked(text(at))) at = next(at, n < 0 ? -1 : 1);
  return text(at);
}

/** The minute that lies so many minutes of working time on; `from` is minutes since 2021-01-01T00:00 by the office's clock. */
export function slowMinutes(from: number, minutes: number): number {
  const begin = Date.UTC(2021, 0, 1);
  const works = (minute: number): boolean => {
    const at = new Date(begin + minute * 60_000);
    const hour = at.getUTCHours();
    return ((hour >= 8 && hour < 12) || (hour >= 13 && hour < 17)) && isWorked(text(at));
  };
  let at = from;
  for (let left = Math.abs(minutes); left > 0;) {
    if (works(minutes < 0 ? at - 1 : at)) left -= 1;
    at += minutes < 0 ? -1 : 1;
  }
  return at;
}
