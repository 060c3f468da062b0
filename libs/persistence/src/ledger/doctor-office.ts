import { BASE_CALENDAR } from '@totrinh/domain';
import { calendarChainFault, type StoredVersion } from '../chain/calendar-chain-fault.ts';
import type { Row, Tx } from '../tx.ts';

/** A series of a register with its faults counted: numbers without a row, rows outside the series, days that go back among those that it gave itself. */
export interface SeriesFault extends Row { readonly register: string; readonly series: string; readonly missing: number; readonly beyond: number; readonly backward: number }

/** The series of registers that are not as a register must be. */
export function seriesFaults(tx: Tx): Promise<SeriesFault[]> {
  return tx.read<SeriesFault>(
    `select register, series, missing, beyond, backward from (
       select s.register_id as register, s.series,
         (s.next - s.first - (select count(*) from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.number between s.first and s.next - 1))::int as missing,
         (select count(*)::int from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.number not between s.first and s.next - 1) as beyond,
         (select count(*)::int from (select given_on, lag(given_on) over (order by number) as earlier from totrinh.register_number n
            where n.register_id = s.register_id and n.series = s.series and n.state in ('given', 'void')) g where g.given_on < g.earlier) as backward
       from totrinh.register_series s) f where missing <> 0 or beyond > 0 or backward > 0 order by register, series`);
}

export interface BrokenCalendar { readonly calendar: string; readonly version: number; readonly fault: string }

/** The calendars whose chain of versions does not verify, each with the first version that is wrong. */
export async function brokenCalendars(tx: Tx): Promise<BrokenCalendar[]> {
  const rows = await tx.read<Row & StoredVersion & { calendar: string; act: string | null }>(
    'select calendar_id as calendar, version, body, prev_hash as prev, hash, reason, at, by_person as by, act_id as act from totrinh.calendar_version order by calendar_id, version');
  const acts = await tx.read<Row & { calendar: string; acts: number }>(`select target as calendar, count(*)::int as acts from totrinh.act where verb = 'changeCalendar' group by target`);
  const made = new Map(acts.map((a) => [a.calendar, a.acts]));
  const versions = Map.groupBy(rows, (r) => r.calendar);
  return [...new Set([BASE_CALENDAR, ...versions.keys(), ...made.keys()])].flatMap((calendar) => {
    const found = calendarChainFault(calendar, versions.get(calendar) ?? [], (made.get(calendar) ?? 0) + (calendar === BASE_CALENDAR ? 1 : 0));
    return found === null ? [] : [{ calendar, ...found }];
  });
}

/** Deliveries of one channel that were given up, or that nobody has sent in time. */
export interface StuckDeliveries extends Row { readonly channel: string; readonly state: 'dead' | 'overdue'; readonly deliveries: number; readonly oldest: Date }

/** Deliveries that are dead, and those whose next try was due more than `seconds` ago, counted by channel. */
export function stuckDeliveries(tx: Tx, seconds: number): Promise<StuckDeliveries[]> {
  return tx.read<StuckDeliveries>(
    `select channel, case when state = 'dead' then 'dead' else 'overdue' end as state, count(*)::int as deliveries, min(at) as oldest from totrinh.delivery
     where state = 'dead' or (state in ('waiting', 'sending') and next_try < now() - $1::int * interval '1 second') group by 1, 2 order by 1, 2`, [seconds]);
}
