import type { Row, Tx } from '../tx.ts';

export interface DueRung extends Row { readonly id: string; readonly dossier: string; readonly step: string; readonly kind: string; readonly dueAt: Date }

/** Dossiers with a rung due at `now`, in the order of their earliest, read without locks. */
export async function dossiersWithDueRungs(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.read<{ dossier: string }>(
    `select dossier_id as dossier from (select dossier_id, due_at from totrinh.rung where fired_at is null and void_at is null and due_at <= $1 order by due_at, dossier_id limit $2) r
     group by dossier_id`, [now, limit]);
  return rows.map((r) => r.dossier);
}

/** Locks those of the dossiers that nobody else holds, in the order of ids. */
export async function lockFreeDossiers(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.read<{ id: string }>('select id from totrinh.dossier where id = any($1) order by id for update skip locked', [ids]);
  return rows.map((r) => r.id);
}

/** The due rungs of locked dossiers, read again under the lock. */
export async function dueRungsOf(tx: Tx, dossiers: readonly string[], now: Date): Promise<DueRung[]> {
  return tx.read<DueRung>(
    `select id, dossier_id as dossier, step_id as step, kind, due_at as "dueAt" from totrinh.rung
     where dossier_id = any($1) and fired_at is null and void_at is null and due_at <= $2 order by dossier_id, due_at, id`, [dossiers, now]);
}

export function markFired(tx: Tx, rungs: readonly string[], at: Date): void {
  tx.write('update totrinh.rung set fired_at = $2::timestamptz where id = any($1::uuid[])', [rungs, at]);
}

/** Business milliseconds from `now` to the earliest waiting rung; null without one. */
export async function msToNextRung(tx: Tx, now: Date): Promise<number | null> {
  const rows = await tx.read<{ due: Date | null }>('select min(due_at) as due from totrinh.rung where fired_at is null and void_at is null');
  const due = rows[0]?.due ?? null;
  return due === null ? null : Math.max(0, due.getTime() - now.getTime());
}
