import { dayNumber, dayOf, daysOfMonth, weekdayOf, type SpecialDay } from '@totrinh/domain';
import { columns } from '../demo/report-table.ts';
import type { HeldYear } from './calendar-at-hand.ts';

const WEEKDAYS = ['T2 Mon', 'T3 Tue', 'T4 Wed', 'T5 Thu', 'T6 Fri', 'T7 Sat', 'CN Sun'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const KEY = '– cuối tuần / weekend   * nghỉ / off   + làm việc bù / worked   ? dự kiến, chưa có số quyết định / planned, no decision yet';

/** A month, Monday to Sunday, with what makes its days special below it. */
export function monthTable(held: HeldYear, year: number, month: number): string[] {
  const special = new Map(held.days.map((d) => [d.day, d]));
  const first = weekdayOf(dayNumber(dayOf(year, month, 1)));
  const cells = [...Array.from({ length: first }, () => ''), ...Array.from({ length: daysOfMonth(year, month) }, (_, i) => {
    const day = dayOf(year, month, i + 1);
    return `${String(i + 1).padStart(2)} ${markOf(special.get(day), held.week[weekdayOf(dayNumber(day))] === true)}`.trimEnd();
  })];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => Array.from({ length: 7 }, (_each, d) => cells[i * 7 + d] ?? ''));
  const named = held.days.filter((d) => d.day.startsWith(dayOf(year, month, 1).slice(0, 7)));
  return [
    `Tháng ${month}/${year} / ${MONTHS[month - 1]} ${year} (${held.key})`, ...columns([WEEKDAYS, ...weeks]), KEY, ...columns(dayRows(named)),
    `${held.workingDays[month - 1]} ngày làm việc / working days`,
    ...(held.beyond ? ['Lịch chưa biết hết năm này: tính theo tuần làm việc. / The calendar does not know this year to its end: reckoned by the week alone.'] : []),
  ];
}

function markOf(special: SpecialDay | undefined, worked: boolean): string {
  if (special === undefined) return worked ? '' : '–';
  return `${special.kind === 'off' ? '*' : '+'}${special.status === 'planned' ? '?' : ''}`;
}

/** Special days as rows: day, off or worked, reason, confirmed or planned, source. */
export function dayRows(days: readonly SpecialDay[]): string[][] {
  return days.map((d) => [d.day, d.kind === 'off' ? 'nghỉ / off' : 'làm việc / worked', d.reason, d.status === 'planned' ? 'dự kiến / planned' : 'đã có quyết định / confirmed', d.source ?? '']);
}
