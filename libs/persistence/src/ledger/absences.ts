import type { Row, Tx } from '../tx.ts';

/** Days are `YYYY-MM-DD`, both inclusive; `routes` null: all; from `endedOn` on it holds no more. */
export interface AbsenceRow extends Row {
  readonly id: string; readonly person: string; readonly substitute: string; readonly from: string; readonly to: string; readonly routes: readonly string[] | null; readonly endedOn: string | null;
}

export interface NewAbsence { readonly id: string; readonly person: string; readonly substitute: string; readonly from: string; readonly to: string; readonly routes: readonly string[] | null; readonly act: string; readonly at: Date }

export const ABSENCE = `b.id, b.person_id as person, b.substitute_id as substitute, b.from_on::text as "from", b.to_on::text as "to", b.routes, b.ended_on::text as "endedOn"`;

/** Absences are entered one after another, so that two of them cannot make a chain or a cycle behind each other's back. */
export async function lockAbsences(tx: Tx): Promise<void> {
  await tx.read(`select pg_advisory_xact_lock(hashtextextended('totrinh.absence', 0))`);
}

export function insertAbsence(tx: Tx, b: NewAbsence): void {
  tx.write('insert into totrinh.absence (id, person_id, substitute_id, from_on, to_on, routes, act_id, at) values ($1::uuid, $2, $3, $4::date, $5::date, $6::text[], $7::uuid, $8::timestamptz)', [b.id, b.person, b.substitute, b.from, b.to, b.routes, b.act, b.at]);
}

/** Whoever is back on `on` is no longer substituted from that day; an absence that was ended earlier stays so. */
export function endAbsence(tx: Tx, id: string, on: string): void {
  tx.write('update totrinh.absence set ended_on = least(ended_on, $2::date) where id = $1::uuid', [id, on]);
}

export async function findAbsence(tx: Tx, id: string): Promise<AbsenceRow | null> {
  return (await tx.read<AbsenceRow>(`select ${ABSENCE} from totrinh.absence b where b.id = $1`, [id]))[0] ?? null;
}

/** A person's absences that touch these days, in their order: two of them must not overlap. */
export function absencesOf(tx: Tx, person: string, from = '-infinity', to = 'infinity'): Promise<AbsenceRow[]> {
  return tx.read<AbsenceRow>(`select ${ABSENCE} from totrinh.absence b where b.person_id = $1 and ${TOUCHES} order by b.from_on, b.id`, [person, from, to]);
}

/** Absences in which this person substitutes somebody on these days: whoever is away then would make a chain of it. */
export function substitutionsBy(tx: Tx, substitute: string, from = '-infinity', to = 'infinity'): Promise<AbsenceRow[]> {
  return tx.read<AbsenceRow>(`select ${ABSENCE} from totrinh.absence b where b.substitute_id = $1 and ${TOUCHES} order by b.from_on, b.id`, [substitute, from, to]);
}

const TOUCHES = '(b.from_on <= $3::date and b.to_on >= $2::date and (b.ended_on is null or (b.ended_on > $2::date and b.ended_on > b.from_on)))';
