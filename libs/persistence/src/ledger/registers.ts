import { seriesOf, type Regime, type Register } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

type RegisterRow = Row & { id: string; regime: Regime; notation: string; term: string; gives: boolean };
export type NumberState = 'given' | 'recorded' | 'void' | 'elsewhere';

/** A register under its lock; `gives` is false where it records numbers that were given elsewhere. */
export type LockedRegister = Register & { readonly gives: boolean };

/**
 * Locks the register of an issuer and document type and answers it with the series of `day`; a State register's new year
 * begins at 1. The day is asked for under the lock, so that who waited over midnight counts in the new year. Null where there is no such register.
 */
export async function lockRegister(tx: Tx, issuer: string, type: string, dayUnderLock: () => Promise<string>): Promise<LockedRegister | null> {
  const register = (await tx.read<RegisterRow>('select id, regime, notation, term, gives from totrinh.register where issuer = $1 and type = $2 for update', [issuer, type]))[0];
  return register ? countedBy(tx, register, seriesOf(register.regime, await dayUnderLock(), register.term)) : null;
}

/** The same by the register's id, for a series by name: to make a number void. Null where there is no such register. */
export async function lockRegisterSeries(tx: Tx, id: string, series: string): Promise<LockedRegister | null> {
  const register = (await tx.read<RegisterRow>('select id, regime, notation, term, gives from totrinh.register where id = $1 for update', [id]))[0];
  return register ? countedBy(tx, register, series) : null;
}

async function countedBy(tx: Tx, { id, regime, notation, gives }: RegisterRow, series: string): Promise<LockedRegister> {
  const counted = (await tx.read<Row & { next: number; last_on: string | null }>('select next, last_on::text as last_on from totrinh.register_series where register_id = $1 and series = $2', [id, series]))[0];
  if (!counted) await tx.read('insert into totrinh.register_series (register_id, series, first, next) values ($1, $2, 1, 1)', [id, series]);
  return { id, regime, notation, series, next: counted?.next ?? 1, lastOn: counted?.last_on ?? null, gives };
}

/** Whether documents of this type of this issuer have a register. */
export async function hasRegister(tx: Tx, issuer: string, type: string): Promise<boolean> {
  return (await tx.read('select 1 from totrinh.register where issuer = $1 and type = $2', [issuer, type])).length > 0;
}

export interface FoundNumber extends Row { readonly number: number; readonly text: string; readonly state: NumberState; readonly dossier: string | null; readonly on: string }

/** What the register says of a number; null where it has no row. Read it under the register's lock. */
export async function findNumber(tx: Tx, register: string, series: string, number: number): Promise<FoundNumber | null> {
  const rows = await tx.read<FoundNumber>('select number, text, state, dossier_id as dossier, given_on::text as on from totrinh.register_number where register_id = $1 and series = $2 and number = $3', [register, series, number]);
  return rows[0] ?? null;
}

export interface GivenNumber {
  readonly register: string; readonly series: string; readonly number: number; readonly text: string; readonly on: string; readonly dossier: string; readonly act: string;
  /** It was given elsewhere and is written down here; numbers that were left out get rows of their own. */
  readonly recorded: boolean;
}

/**
 * Writes the number's row and moves the series on. A recorded number may lie before the next one, where its row says `elsewhere`; on any other
 * row the database refuses it (23000), as a given number that is there already (23505).
 */
export function giveNumber(tx: Tx, n: GivenNumber): void {
  if (!n.recorded) {
    tx.write('insert into totrinh.register_number (register_id, series, number, text, dossier_id, given_on, act_id) values ($1, $2, $3::int, $4, $5::uuid, $6::date, $7::uuid)', [n.register, n.series, n.number, n.text, n.dossier, n.on, n.act]);
    tx.write('update totrinh.register_series set next = $3::int + 1, last_on = $4::date where register_id = $1 and series = $2', [n.register, n.series, n.number, n.on]);
    return;
  }
  tx.write(
    `insert into totrinh.register_number as r (register_id, series, number, text, dossier_id, given_on, act_id, state) values ($1, $2, $3::int, $4, $5::uuid, $6::date, $7::uuid, 'recorded')
     on conflict (register_id, series, number) do update set state = 'recorded', text = excluded.text, dossier_id = excluded.dossier_id, given_on = excluded.given_on, act_id = excluded.act_id`,
    [n.register, n.series, n.number, n.text, n.dossier, n.on, n.act]);
  passOver(tx, n);
}

/**
 * A number that nobody may use keeps its row and says why: one that was given or recorded, or one that was never given, which gets a row.
 * A number that is void already is refused by the database (23000).
 */
export function voidNumber(tx: Tx, register: string, series: string, number: number, reason: string, act: string, on: string): void {
  tx.write(
    `insert into totrinh.register_number (register_id, series, number, text, dossier_id, given_on, act_id, state, reason)
     select x.id, $2, $3::int, ${TEXT('$3::int')}, null, $6::date, $5::uuid, 'void', $4 from totrinh.register x where x.id = $1
     on conflict (register_id, series, number) do update set state = 'void', reason = excluded.reason`, [register, series, number, reason, act, on]);
  passOver(tx, { register, series, number, act, on });
}

/** Number and notation as domain's numberText prints them, from register `x`. */
const TEXT = (number: string): string => `lpad((${number})::text, greatest(2, length((${number})::text)), '0') || case x.regime when 'party' then '-' else '/' end || x.notation`;

/** Gives every number between the next one and this one a row, and moves the series on behind it; leaves a series that is further alone. */
function passOver(tx: Tx, n: Pick<GivenNumber, 'register' | 'series' | 'number' | 'act' | 'on'>): void {
  tx.write(
    `insert into totrinh.register_number (register_id, series, number, text, dossier_id, given_on, act_id, state)
     select x.id, s.series, g.number, ${TEXT('g.number')}, null, $4::date, $5::uuid, 'elsewhere'
     from totrinh.register_series s join totrinh.register x on x.id = s.register_id cross join lateral generate_series(s.next, $3::int - 1) as g(number) where s.register_id = $1 and s.series = $2`,
    [n.register, n.series, n.number, n.on, n.act]);
  tx.write('update totrinh.register_series set next = greatest(next, $3::int + 1), last_on = case when $3::int >= next then $4::date else last_on end where register_id = $1 and series = $2', [n.register, n.series, n.number, n.on]);
}
