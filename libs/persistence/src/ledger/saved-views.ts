import type { KeptView, View } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** The person's views in their order; others who change views of the same person wait. */
export async function lockViews(tx: Tx, person: string): Promise<KeptView[]> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 11))', [person]);
  return tx.read<Row & KeptView>('select id, name, version from totrinh.saved_view where person_id = $1 order by place, id', [person]);
}

/** A new view, behind the others. */
export function insertView(tx: Tx, v: View & { readonly id: string; readonly person: string; readonly at: Date }): void {
  tx.write(
    `insert into totrinh.saved_view (id, person_id, name, list, filter, sort, place, version, at)
     values ($1::uuid, $2, $3, $4, $5::jsonb, $6, (select coalesce(max(place), 0) + 1 from totrinh.saved_view where person_id = $2), 1, $7::timestamptz)`, [v.id, v.person, v.name, v.list, JSON.stringify(v.filter), v.sort, v.at]);
}

export function updateView(tx: Tx, v: View & { readonly id: string; readonly version: number; readonly at: Date }): void {
  tx.write('update totrinh.saved_view set name = $2, list = $3, filter = $4::jsonb, sort = $5, version = $6::int, at = $7::timestamptz where id = $1::uuid', [v.id, v.name, v.list, JSON.stringify(v.filter), v.sort, v.version, v.at]);
}

export function placeViews(tx: Tx, ids: readonly string[]): void {
  tx.write('update totrinh.saved_view v set place = n.place from unnest($1::uuid[]) with ordinality as n(id, place) where v.id = n.id', [ids]);
}

export function deleteView(tx: Tx, id: string): void {
  tx.write('delete from totrinh.saved_view where id = $1::uuid', [id]);
}
