import { BASE_CALENDAR, type Calendar, type CalendarContent } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { contentOf } from '../chain/calendar-chain.ts';
import { calendarAt, calendarOfUnit } from '../ledger/calendars.ts';
import type { Row, Tx } from '../tx.ts';
import { reading, readingOneSnapshot } from './viewer.ts';

/** A version of a calendar as it was published: by whom (null: it comes with the system), when and why. `unit` is the name of the office whose overlay it is. */
export interface SeenCalendarVersion { readonly id: string; readonly version: number; readonly unit: string | null; readonly content: CalendarContent; readonly reason: string; readonly at: Date; readonly by: string | null; readonly byName: string | null; readonly hash: string }

/** A calendar as it holds: its latest own version (null: the office has none and works by the base), and base and overlay in one. */
export interface SeenCalendar { readonly id: string; readonly unit: string | null; readonly latest: SeenCalendarVersion | null; readonly calendar: Calendar }

type StoredRow = Row & Omit<SeenCalendarVersion, 'content'> & { readonly body: string };

const SEEN = `v.calendar_id as id, v.version, u.name as unit, v.body, v.reason, v.at, v.by_person as by, p.name as "byName", v.hash
  from totrinh.calendar_version v left join totrinh.unit u on u.id = v.calendar_id left join totrinh.person p on p.id = v.by_person`;

/** "Which days are worked here, and who said so?": calendars are open to everybody who is in the directory. */
export class CalendarsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest version of each, the base first. */
  latest(): Promise<SeenCalendarVersion[]> {
    return reading(this.#source, async (tx) => (await tx.read<StoredRow>(`select * from (select distinct on (v.calendar_id) ${SEEN} order by v.calendar_id, v.version desc) l order by id <> $1, id`, [BASE_CALENDAR])).map(seen));
  }

  /** A calendar, or a unit's, with an overlay or without; null where there is neither. */
  find(id: string): Promise<SeenCalendar | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const latest = await latestOf(tx, id);
      const [unit] = await tx.read<Row & { name: string }>('select name from totrinh.unit where id = $1', [id]);
      if (latest === null && unit === undefined) return null;
      return { id, unit: unit?.name ?? null, latest, calendar: await calendarOfUnit(tx, id) };
    });
  }

  /** The base calendar at one of its versions, or a unit's overlay at one of its over the base of now; null where there is no such version. */
  at(id: string, version: number): Promise<SeenCalendar | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const [row] = await tx.read<StoredRow>(`select ${SEEN} where v.calendar_id = $1 and v.version = $2`, [id, version]);
      const base = await latestOf(tx, BASE_CALENDAR);
      if (row === undefined || base === null) return null;
      const own = { calendar: id, version };
      return { id, unit: row.unit, latest: seen(row), calendar: await calendarAt(tx, id === BASE_CALENDAR ? [own] : [{ calendar: BASE_CALENDAR, version: base.version }, own]) };
    });
  }

  /** Every version of a calendar, the first one first. */
  versions(id: string): Promise<SeenCalendarVersion[]> {
    return reading(this.#source, async (tx) => (await tx.read<StoredRow>(`select ${SEEN} where v.calendar_id = $1 order by v.version`, [id])).map(seen));
  }
}

async function latestOf(tx: Tx, id: string): Promise<SeenCalendarVersion | null> {
  const [row] = await tx.read<StoredRow>(`select ${SEEN} where v.calendar_id = $1 order by v.version desc limit 1`, [id]);
  return row === undefined ? null : seen(row);
}

function seen({ body, ...row }: StoredRow): SeenCalendarVersion {
  return { ...row, content: contentOf(body) };
}
