import type { Row, Tx } from '../tx.ts';

/** When the submission was recorded, and the last day (`YYYY-MM-DD`) of the item that the dossier carries out; null where there is none. */
export async function instantsOf(tx: Tx, dossier: string, submission: number | null, item: string | null): Promise<{ submission: Date | null; itemDeadline: string | null }> {
  const rows = await tx.read<Row & { at: Date | null; deadline: string | null }>(
    'select (select at from totrinh.event where dossier_id = $1 and seq = $2::int) as at, (select deadline_on::text from totrinh.item where id = $3::uuid) as deadline', [dossier, submission, item]);
  return { submission: rows[0]?.at ?? null, itemDeadline: rows[0]?.deadline ?? null };
}
