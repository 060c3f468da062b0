import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calendarOf, type Calendar } from '@totrinh/domain';
import { shippedCalendar } from '@totrinh/persistence';

/** The calendar that a new office begins with. */
export const SHIPPED: Calendar = calendarOf([{ id: 'vn', version: 1, content: shippedCalendar() }]);

/** The rows of a file of tests/data, without its head; a field in quotation marks may hold commas. */
export function vectorsOf(file: string): string[][] {
  const text = readFileSync(fileURLToPath(new URL(`../../data/${file}`, import.meta.url)), 'utf8').trim();
  return text.split('\n').slice(1).map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((m) => m[2] ?? m[1] ?? ''));
}
