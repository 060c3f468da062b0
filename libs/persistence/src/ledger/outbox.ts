import type { Row, Tx } from '../tx.ts';

/** The dossier must move up to `version`: raises its one outbox row. */
export function raiseOutbox(tx: Tx, dossier: string, version: number): void {
  tx.write(
    `insert into totrinh.outbox (dossier_id, version, next_try, attempts, raised_at) values ($1::uuid, $2::int, now(), 0, now())
     on conflict (dossier_id) do update set version = greatest(totrinh.outbox.version, excluded.version), next_try = now(), attempts = 0`, [dossier, version]);
}

/** Deletes the row if what it asks for has been seen; a row raised meanwhile stays and is sent again. */
export function clearOutbox(tx: Tx, dossier: string, seen: number): void {
  tx.write('delete from totrinh.outbox where dossier_id = $1::uuid and version <= $2::int', [dossier, seen]);
}

export interface LeasedRow extends Row { readonly dossier: string; readonly version: number; readonly attempts: number }

/**
 * Takes up to `limit` rows whose time has come and puts their next try off with back-off (2 s, doubling to 30 s), so
 * that a relay that dies loses nothing, two relays share the work, and a busy hour does not send everything twice.
 */
export async function leaseOutbox(tx: Tx, limit: number): Promise<LeasedRow[]> {
  return tx.read<LeasedRow>(
    `with due as materialized (select dossier_id from totrinh.outbox where next_try <= statement_timestamp() order by next_try limit $1 for update skip locked)
     update totrinh.outbox o set attempts = o.attempts + 1, next_try = statement_timestamp() + least(30, 2 * 2 ^ least(o.attempts, 10)) * interval '1 second'
     from due where o.dossier_id = due.dossier_id returning o.dossier_id as dossier, o.version, o.attempts`, [limit]);
}

/** Gives leased rows back as if they had not been taken: they could not even be tried. */
export async function returnOutbox(tx: Tx, dossiers: readonly string[]): Promise<void> {
  await tx.read('update totrinh.outbox set next_try = now(), attempts = greatest(0, attempts - 1) where dossier_id = any($1::uuid[])', [dossiers]);
}

/** Milliseconds until the next row may be sent; null without rows. */
export async function nextOutboxTry(tx: Tx): Promise<number | null> {
  // Without rows min() is null, which greatest() would take for nothing to wait.
  const rows = await tx.read<{ ms: number | null }>(`select (extract(epoch from min(next_try) - clock_timestamp()) * 1000)::int as ms from totrinh.outbox`);
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}
