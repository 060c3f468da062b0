import { BASE_CALENDAR, calendarOf, type Calendar, type CalendarContent } from '@totrinh/domain';
import { chainedVersion, contentOf } from '../chain/calendar-chain.ts';
import type { Row, Tx } from '../tx.ts';

export interface VersionRow extends Row { readonly calendar: string; readonly version: number; readonly body: string }

/** Published versions never change, so that a calendar is made once a process. */
const made = new Map<string, Calendar>();
const MOST_MADE = 500;

const LATEST = `select calendar_id as calendar, max(version) as version from totrinh.calendar_version where calendar_id = any($1) group by calendar_id`;

/** The calendar that holds now for dossiers that a unit leads: the base, and the unit's own overlay where it has one. */
export async function calendarOfUnit(tx: Tx, unit: string): Promise<Calendar> {
  const rows = await tx.read<Row & { calendar: string; version: number }>(LATEST, [[BASE_CALENDAR, unit]]);
  return calendarAt(tx, inOrder(rows));
}

/** The calendar of these versions, the base first. */
export async function calendarAt(tx: Tx, versions: readonly { readonly calendar: string; readonly version: number }[]): Promise<Calendar> {
  const key = versions.map((v) => `${v.calendar}:${v.version}`).join('+');
  const known = made.get(key);
  if (known) return known;
  const rows = await tx.read<VersionRow>(
    `select v.calendar_id as calendar, v.version, v.body from totrinh.calendar_version v join unnest($1::text[], $2::int[]) as k(id, version) on k.id = v.calendar_id and k.version = v.version`,
    [versions.map((v) => v.calendar), versions.map((v) => v.version)]);
  if (rows.length !== versions.length || rows.length === 0) throw new Error(`no calendar ${key}`);
  const calendar = calendarOf(inOrder(rows).map((r) => ({ id: r.calendar, version: r.version, content: contentOf(r.body) })));
  if (made.size >= MOST_MADE) made.clear();
  made.set(key, calendar);
  return calendar;
}

/** The calendar of a key that a due date keeps, such as `vn:3+so-tai-chinh:1`. */
export function calendarOfKey(tx: Tx, key: string): Promise<Calendar> {
  return calendarAt(tx, key.split('+').map((part) => ({ calendar: part.slice(0, part.lastIndexOf(':')), version: Number(part.slice(part.lastIndexOf(':') + 1)) })));
}

/** Which key holds now for each unit that has an overlay, and for all others. */
export async function keysNow(tx: Tx): Promise<{ readonly base: string; readonly overlays: ReadonlyMap<string, string> }> {
  const rows = await tx.read<Row & { calendar: string; version: number }>('select calendar_id as calendar, max(version) as version from totrinh.calendar_version group by calendar_id order by calendar_id');
  const base = rows.find((r) => r.calendar === BASE_CALENDAR);
  if (!base) throw new Error('there is no base calendar');
  const key = `${BASE_CALENDAR}:${base.version}`;
  return { base: key, overlays: new Map(rows.filter((r) => r.calendar !== BASE_CALENDAR).map((r) => [r.calendar, `${key}+${r.calendar}:${r.version}`])) };
}

/** The latest version of a calendar, which nobody else can publish a version of until the transaction ends; null where it has none. */
export async function lockCalendar(tx: Tx, id: string): Promise<LatestCalendar | null> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 8))', [id]);
  const [row] = await tx.read<Row & { version: number; body: string; hash: string }>('select version, body, hash from totrinh.calendar_version where calendar_id = $1 order by version desc limit 1', [id]);
  return row === undefined ? null : { version: row.version, content: contentOf(row.body), hash: row.hash };
}

export interface LatestCalendar { readonly version: number; readonly content: CalendarContent; readonly hash: string }
export interface NewCalendarVersion { readonly calendar: string; readonly content: CalendarContent; readonly reason: string; readonly by: string; readonly act: string; readonly at: Date }

/** Freezes the next version behind the locked latest one (null: the first of its chain); answers its number. */
export function insertCalendarVersion(tx: Tx, v: NewCalendarVersion, latest: LatestCalendar | null): number {
  const version = (latest?.version ?? 0) + 1;
  const { calendar, content, reason, by } = v;
  const chained = chainedVersion({ calendar, version, content, reason, at: v.at.toISOString(), by }, latest?.hash ?? null);
  tx.write(`insert into totrinh.calendar_version (calendar_id, version, body, prev_hash, hash, reason, by_person, act_id, at) values ($1, $2::int, $3, $4, $5, $6, $7, $8::uuid, $9::timestamptz)`,
    [calendar, version, chained.body, chained.prevHash, chained.hash, reason, by, v.act, v.at]);
  return version;
}

/** Whether a unit of this code exists today. */
export async function isUnit(tx: Tx, id: string, today: string): Promise<boolean> {
  return (await tx.read('select id from totrinh.unit where id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)', [id, today])).length > 0;
}

function inOrder<T extends { readonly calendar: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => Number(b.calendar === BASE_CALENDAR) - Number(a.calendar === BASE_CALENDAR));
}
