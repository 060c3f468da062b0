import { randomUUID } from 'node:crypto';
import type { components } from '@totrinh/api-client';
import type { DayChange, SpecialDay } from '@totrinh/domain';
import { calendarRows } from '@totrinh/persistence';
import { StartError } from '@totrinh/platform';
import { givenPath, readGiven } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { told } from '../demo/office.ts';
import type { HouseOptions } from './calendar-at-hand.ts';

/** A change, from the days that the calendar has of its own. */
export type Wish = (own: readonly SpecialDay[]) => readonly DayChange[];

/** Publishes the next version, on the one that is the latest now. Throws StartError with the API's own sentences where it refuses, each fault on its line. */
export async function changeInHouse({ data, as, calendar: id }: HouseOptions, reason: string, wish: Wish): Promise<components['schemas']['CalendarAnswer']> {
  const api = officeOf(givenPath(data)).as(as);
  const { version, own } = told(await api.GET('/api/v1/calendars/{id}', { params: { path: { id } } }));
  const body = { base: version, reason, changes: [...wish(own.days)] };
  const answer = await api.POST('/api/v1/calendars/{id}/versions', { params: { path: { id }, header: { 'Idempotency-Key': randomUUID() } }, body });
  const faults = (answer.error as { details?: { faults?: readonly { vi: string; en: string }[] } } | undefined)?.details?.faults ?? [];
  if (faults.length > 0) throw new StartError({ vi: faults.map((f) => `✗ ${f.vi}`).join('\n'), en: faults.map((f) => `\n✗ ${f.en}`).join('') });
  return told(answer);
}

/** Days that are off or worked from now on: those that the calendar has already say so instead. */
export function daysThat(kind: 'off' | 'work', days: readonly string[], reason: string, source: string | undefined): Wish {
  return (own) => days.map((day) => ({ do: own.some((d) => d.day === day) ? 'replace' : 'add', day, kind, reason, ...(source === undefined ? {} : { source }) }));
}

/** Days whose decision has come. */
export function confirmed(days: readonly string[], source: string): Wish {
  return () => days.map((day) => ({ do: 'confirm', day, source }));
}

/** The rows of a file that say something else than the calendar does. Throws StartError for a row that cannot be read, with its line. */
export function rowsOf(file: string): Wish {
  const rows = calendarRows(readGiven(file)).map((row): SpecialDay => {
    const [kind, status] = [row.kind.toLowerCase(), row.status.toLowerCase()];
    if ((kind !== 'off' && kind !== 'work') || (status !== 'confirmed' && status !== 'planned') || row.reason === '') {
      throw new StartError({ vi: `${file}:${row.line} chưa đúng dạng: ngày,OFF hoặc WORK,lý do,confirmed hoặc planned,nguồn`, en: `${file}:${row.line} is not of the form day,OFF or WORK,reason,confirmed or planned,source` });
    }
    return { day: row.day, kind, reason: row.reason, status, source: row.source === '' ? null : row.source };
  });
  return (own) => rows.flatMap((row): DayChange[] => {
    const known = own.find((d) => d.day === row.day);
    if (known && known.kind === row.kind && known.reason === row.reason && known.status === row.status && known.source === row.source) return [];
    return [{ do: known ? 'replace' : 'add', ...row }];
  });
}
