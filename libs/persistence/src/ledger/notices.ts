import type { Tx } from '../tx.ts';

export interface NewNotice { readonly id: string; readonly person: string; readonly dossier: string | null; readonly kind: string; readonly effectKey: string; readonly at: Date }

/** Tells a person something in the application; the same effect is told once, however often it is tried. */
export function insertNotice(tx: Tx, n: NewNotice): void {
  tx.write('insert into totrinh.notice (id, person_id, dossier_id, kind, effect_key, at) values ($1::uuid, $2, $3::uuid, $4, $5, $6::timestamptz) on conflict (effect_key) do nothing', [n.id, n.person, n.dossier, n.kind, n.effectKey, n.at]);
}

/** The person has read these (null: all that came until `at`); what was read before keeps its instant. */
export function readNotices(tx: Tx, person: string, ids: readonly string[] | null, at: Date): void {
  tx.write('update totrinh.notice set read_at = $3::timestamptz where person_id = $1 and read_at is null and at <= $3::timestamptz and ($2::uuid[] is null or id = any($2::uuid[]))', [person, ids, at]);
}
