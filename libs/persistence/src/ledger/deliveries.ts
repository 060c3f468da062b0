import type { NoticeKind } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import type { NewNotice } from './notices.ts';

/**
 * What leaves the house for these notices, written in the transaction that tells them, with one statement however many they are: a letter for each person with
 * an address and a post who wants single ones of that kind (where letters are sent at all), and a call of each webhook that asks for the kind. A notice that was told before brings none.
 */
export function insertDeliveries(tx: Tx, notices: readonly NewNotice[]): void {
  if (notices.length === 0) return;
  const column = <T>(of: (n: NewNotice) => T): T[] => notices.map(of);
  tx.write(
    `insert into totrinh.delivery (id, effect_key, channel, person_id, endpoint_id, dossier_id, notice_id, kind, data, at)
     select gen_random_uuid(), n.effect_key || ' ' || w.channel || coalesce(' ' || w.endpoint, ''), w.channel, w.person, w.endpoint::uuid, n.dossier_id, n.id, n.kind, n.data || w.more, n.at
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::jsonb[]) as n(id, person_id, dossier_id, kind, effect_key, at, data)
     cross join lateral (
       select 'email' as channel, p.id as person, null::text as endpoint, '{}'::jsonb as more from totrinh.person p left join totrinh.notice_preference f on f.person_id = p.id
         where p.id = n.person_id and p.email is not null and coalesce(f.email, 'each') = 'each' and n.kind <> all(coalesce(f.quiet, '{}')) and exists (select 1 from totrinh.outside_channel o where o.channel = 'email' and o.is_on)
           and exists (select 1 from totrinh.appointment a where a.person_id = p.id and a.valid_from <= (n.at at time zone 'Asia/Ho_Chi_Minh')::date and (a.valid_to is null or a.valid_to > (n.at at time zone 'Asia/Ho_Chi_Minh')::date))
       union all select 'webhook', null, e.id::text, jsonb_build_object('recipient', n.person_id) from totrinh.webhook_endpoint e where e.ended_at is null and (e.kinds is null or n.kind = any(e.kinds))) w
     where not exists (select 1 from totrinh.notice t where t.effect_key = n.effect_key) on conflict (effect_key) do nothing`,
    [column((n) => n.id), column((n) => n.person), column((n) => n.dossier), column((n) => n.kind), column((n) => n.effectKey), column((n) => n.at), column((n) => JSON.stringify(n.data ?? {}))]);
}

/** A way out of the house: all letters are one, each webhook endpoint is one. */
export type Way = 'email' | (string & {});

const WAITS = `d.state in ('waiting', 'sending')`;
const WAY = `coalesce(d.endpoint_id::text, 'email')`;

/** The ways on which something is due now; without `mail` letters are left where they are. */
export async function dueWays(tx: Tx, mail: boolean): Promise<readonly Way[]> {
  const rows = await tx.read<Row & { way: string }>(`select distinct ${WAY} as way from totrinh.delivery d where ${WAITS} and d.next_try <= clock_timestamp() and ($1::boolean or d.endpoint_id is not null) order by 1`, [mail]);
  return rows.map((r) => r.way);
}

/** A delivery that this process may try until its lease ends, with what is known today of whom it goes to. */
export interface LeasedDelivery extends Row {
  readonly id: string; readonly effectKey: string; readonly channel: 'email' | 'webhook'; readonly kind: NoticeKind | 'digest'; readonly data: Readonly<Row>; readonly at: Date; readonly attempts: number;
  readonly dossier: string | null; readonly code: string | null; readonly title: string | null;
  readonly person: string | null; readonly name: string | null; readonly email: string | null; readonly language: 'vi' | 'en';
  readonly url: string | null; readonly secret: string | null; readonly withTitles: boolean; readonly ended: boolean;
}

/**
 * Takes what is due on a way, at most `limit`, for `leaseMs`: counted as a try before it is made, so that a process that dies loses nothing. What somebody else had taken and
 * never reported may have arrived, and is marked as a possible double from here on.
 */
export async function leaseDeliveries(tx: Tx, way: Way, limit: number, leaseMs: number): Promise<LeasedDelivery[]> {
  const leased = await tx.read<Row & { id: string }>(
    `with due as materialized (select d.id from totrinh.delivery d where ${WAITS} and ${WAY} = $1 and d.next_try <= clock_timestamp() order by d.next_try, d.id limit $2 for update skip locked)
     update totrinh.delivery d set possible_double = d.possible_double or d.state = 'sending', state = 'sending', attempts = d.attempts + 1, next_try = clock_timestamp() + $3 * interval '1 millisecond'
     from due where d.id = due.id returning d.id`, [way, limit, leaseMs]);
  if (leased.length === 0) return [];
  return tx.read<LeasedDelivery>(
    `select d.id, d.effect_key as "effectKey", d.channel, d.kind, d.data, d.at, d.attempts, d.dossier_id as dossier, o.code, o.title, p.id as person, p.name, p.email, coalesce(f.language, 'vi') as language,
       e.url, e.secret, coalesce(e.with_titles, false) as "withTitles", e.ended_at is not null as ended
     from totrinh.delivery d left join totrinh.dossier o on o.id = d.dossier_id left join totrinh.person p on p.id = d.person_id left join totrinh.notice_preference f on f.person_id = d.person_id
       left join totrinh.webhook_endpoint e on e.id = d.endpoint_id where d.id = any($1) order by d.next_try, d.id`, [leased.map((l) => l.id)]);
}

/** It was sent: recorded once, whoever sent it first. */
export function markSent(tx: Tx, id: string): void {
  tx.write(`update totrinh.delivery set state = 'sent', sent_at = clock_timestamp(), last_error = null where id = $1::uuid and state <> 'sent'`, [id]);
}

/** What is kept of a try that failed; `waitMs` null: it is tried no more. */
export interface FailedTry { readonly id: string; readonly attempts: number; readonly waitMs: number | null; readonly reason: string; readonly perhapsTaken: boolean }

/** It was not sent, or nobody knows. Says nothing where somebody else has taken it since. */
export function markFailed(tx: Tx, { id, attempts, waitMs, reason, perhapsTaken }: FailedTry): void {
  tx.write(
    `update totrinh.delivery set state = case when $3::bigint is null then 'dead' else 'waiting' end, next_try = clock_timestamp() + coalesce($3::bigint, 0) * interval '1 millisecond', last_error = $4,
       possible_double = possible_double or $5::boolean where id = $1::uuid and attempts = $2::int and state = 'sending'`, [id, attempts, waitMs, reason, perhapsTaken]);
}

/** A way is closed: what else is due on it is not tried for so long; no try is counted. */
export function putOffWay(tx: Tx, way: Way, ms: number): void {
  tx.write(`update totrinh.delivery d set next_try = clock_timestamp() + $2::int * interval '1 millisecond' where d.state = 'waiting' and ${WAY} = $1 and d.next_try <= clock_timestamp()`, [way, ms]);
}

/** Milliseconds until the next try is due; null: nothing waits. */
export async function msToNextDelivery(tx: Tx, mail: boolean): Promise<number | null> {
  const rows = await tx.read<Row & { ms: number | null }>(
    `select (extract(epoch from min(d.next_try) - clock_timestamp()) * 1000)::bigint::float as ms from totrinh.delivery d where ${WAITS} and ($1::boolean or d.endpoint_id is not null)`, [mail]);
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

/** Puts a dead delivery back among those that wait, its tries counted from the beginning; false where it is not dead or its endpoint was ended. */
export async function resendDelivery(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.read(
    `update totrinh.delivery d set state = 'waiting', attempts = 0, next_try = clock_timestamp() where d.id = $1 and d.state = 'dead'
       and not exists (select 1 from totrinh.webhook_endpoint e where e.id = d.endpoint_id and e.ended_at is not null) returning 1`, [id]);
  return rows.length > 0;
}

/** Says whether letters are sent from this house. */
export function setMailIsOn(tx: Tx, isOn: boolean): void {
  tx.write(`insert into totrinh.outside_channel (channel, is_on, at) values ('email', $1::boolean, clock_timestamp()) on conflict (channel) do update set is_on = excluded.is_on, at = excluded.at where totrinh.outside_channel.is_on <> excluded.is_on`, [isOn]);
}
