import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calendarSchema, namesDecision, type CalendarContent } from '@totrinh/domain';
import { calendarRows } from './calendar-rows.ts';

const FILE = fileURLToPath(new URL('../../data/vn-calendar-2021-2027.csv', import.meta.url));

/**
 * The calendar that a new office begins with: Monday to Friday, 08:00–12:00 and 13:00–17:00, and the days off and swapped Saturdays of the file. A
 * row counts as confirmed only where its source names a decision by its number; an office enters that of the others.
 */
export function shippedCalendar(): CalendarContent {
  const days = calendarRows(readFileSync(FILE, 'utf8')).map(({ day, kind, reason, status, source }) => {
    const numbered = namesDecision(source);
    return { day, kind: kind === 'WORK' ? 'work' : 'off', reason, status: status === 'confirmed' && numbered ? 'confirmed' : 'planned', source: numbered ? source : null };
  });
  return calendarSchema.parse({
    week: [true, true, true, true, true, false, false], hours: [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }], until: '2027-12-31', days,
  });
}
