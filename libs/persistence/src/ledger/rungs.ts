import type { RungKind } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** `step` is null for the day on which a suspended dossier goes on. */
export interface DueRung extends Row { readonly id: string; readonly dossier: string; readonly step: string | null; readonly kind: RungKind; readonly dueAt: Date }

/** One of `of` shares into which dossiers fall, from 0. */
export interface Share { readonly at: number; readonly of: number }

/** Dossiers of a share with a rung due at `now`, in the order of their earliest, read without locks; `limit`: how many rungs are looked at. */
export async function dossiersWithDueRungs(tx: Tx, now: Date, limit: number, share: Share = { at: 0, of: 1 }): Promise<string[]> {
  const rows = await tx.read<{ dossier: string }>(
    `select dossier_id as dossier from (select dossier_id, due_at from totrinh.rung where fired_at is null and void_at is null and due_at <= $1 and ($3::int = 1 or abs(mod(uuid_hash(dossier_id), $3::int)) = $4::int)
       order by due_at, dossier_id limit $2) r
     group by dossier_id`, [now, limit, share.of, share.at]);
  return rows.map((r) => r.dossier);
}

/** Locks those of the dossiers that nobody else holds, in the order of ids. */
export async function lockFreeDossiers(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.read<{ id: string }>('select id from totrinh.dossier where id = any($1) order by id for update skip locked', [ids]);
  return rows.map((r) => r.id);
}

export type DueLapse = DueRung & { readonly kind: 'lapse' | 'resume' };

/** What time itself does in one locked dossier at `now`: steps that lapse, a suspension that ends; in the order of their instants. */
export function dueLapses(tx: Tx, dossier: string, now: Date): Promise<DueLapse[]> {
  return tx.read<DueLapse>(
    `select id, dossier_id as dossier, step_id as step, kind, due_at as "dueAt" from totrinh.rung
     where dossier_id = $1 and kind in ('lapse', 'resume') and fired_at is null and void_at is null and due_at <= $2 order by due_at, id`, [dossier, now]);
}

/** Says that rungs have fired. Flush before facts are recorded that end their steps, or the same row would be written twice. */
export function markFired(tx: Tx, rungs: readonly string[], at: Date): void {
  tx.write('update totrinh.rung set fired_at = $2::timestamptz where id = any($1::uuid[])', [rungs, at]);
}

/** Business milliseconds from `now` to the earliest waiting rung; null without one. */
export async function msToNextRung(tx: Tx, now: Date): Promise<number | null> {
  const rows = await tx.read<{ due: Date | null }>('select min(due_at) as due from totrinh.rung where fired_at is null and void_at is null');
  const due = rows[0]?.due ?? null;
  return due === null ? null : Math.max(0, due.getTime() - now.getTime());
}

/** Whether time closed this step: its rung that lapses has fired. */
export async function isClosedByTime(tx: Tx, step: string): Promise<boolean> {
  return (await tx.read(`select 1 from totrinh.rung where step_id = $1 and kind = 'lapse' and fired_at is not null`, [step])).length > 0;
}
