import type { ItemMark } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

const data = (field: string): string => `e.body::json #>> '{data,${field}}'`;

/** What the record says about each item of a programme, by every dossier that has ever carried it, in the order in which it came about. */
export async function readMarks(tx: Tx, programme: string): Promise<ReadonlyMap<string, readonly ItemMark[]>> {
  const rows = await tx.read<Row & ItemMark & { item: string }>(
    `select d.item_id as item, d.id as dossier, case e.type when 'dossier.imported' then 'completed' when 'item.completed' then 'completed' when 'dossier.reached' then 'reached' when 'step.opened' then 'drafted'
         when 'document.withdrawn' then 'revoked' when 'dossier.reopened' then 'reopened' else 'stopped' end as mark,
       case e.type when 'dossier.imported' then ${data('issuedOn')} when 'item.completed' then ${data('on')} else ((e.at at time zone 'Asia/Ho_Chi_Minh')::date)::text end as on
     from totrinh.item i join totrinh.dossier d on d.item_id = i.id join totrinh.event e on e.dossier_id = d.id
     where i.programme_id = $1 and (e.type in ('dossier.imported', 'item.completed', 'dossier.reached', 'dossier.cancelled', 'dossier.reopened')
       or (e.type = 'step.opened' and ${data('kind')} = 'draft') or (e.type = 'document.withdrawn' and ${data('how')} = 'revoke') or (e.type = 'dossier.ended' and ${data('status')} <> 'done'))
     order by e.at, d.id, e.seq`, [programme]);
  const marks = new Map<string, ItemMark[]>();
  for (const { item, dossier, mark, on } of rows) marks.set(item, [...(marks.get(item) ?? []), { dossier, mark, on }]);
  return marks;
}
