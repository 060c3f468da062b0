import type { Case } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import { hasWords } from './search-words.ts';
import { MAY_SEE, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }

/** An item as its row says it stands today; `dossier` and `number` only where the viewer may see the dossier, what was issued for everybody. */
export interface ItemRow {
  readonly id: string; readonly no: number; readonly code: string; readonly kind: string; readonly title: string; readonly leadUnit: Ref; readonly cooperating: readonly Ref[]; readonly authority: Ref;
  readonly directing: string; readonly responsible: readonly { readonly person: string; readonly name: string }[];
  readonly deadline: { readonly text: string; readonly precision: string; readonly on: string };
  readonly state: Case['programmeState']; readonly stateOn: string | null; readonly hasDossier: boolean; readonly dossier: string | null; readonly number: string | null;
  readonly product: { readonly number: string | null; readonly on: string | null } | null;
  /** Whether its dossier is still open. */
  readonly open: boolean;
  /** Whether it has the words that were looked for. */
  readonly found: boolean;
}

/** Items in their order; responsible is whoever heads the lead unit today. What was issued is no secret of its dossier: registers and recipients have its number. */
export function readItems(tx: Tx, viewer: Viewer, programme: string, search: string | null): Promise<(Row & ItemRow)[]> {
  return tx.read<Row & ItemRow>(
    `select i.id, i.no, i.code, i.kind, i.title, i.directing, i.state, i.state_on::text as "stateOn", (i.dossier_id is not null) as "hasDossier", d.id as dossier, d.number, coalesce(x.status = 'open', false) as open,
       case when x.issued_on is not null then json_build_object('number', x.number, 'on', x.issued_on::text) end as product,
       json_build_object('id', u.id, 'name', u.name) as "leadUnit", json_build_object('id', b.id, 'name', b.name) as authority,
       (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by n.no), '[]') from unnest(i.cooperating) with ordinality n(unit, no) join totrinh.unit c on c.id = n.unit) as cooperating,
       (select coalesce(json_agg(json_build_object('person', h.id, 'name', h.name) order by h.id), '[]') from totrinh.post o join totrinh.appointment a on a.post_id = o.id join totrinh.person h on h.id = a.person_id
        where o.unit_id = i.lead_unit_id and o.role = 'head' and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)) as responsible,
       json_build_object('text', i.deadline_text, 'precision', i.deadline_precision, 'on', i.deadline_on::text) as deadline,
       ${hasWords(`i.code || ' ' || i.title || ' ' || u.name || ' ' || u.short || ' ' || b.name || ' ' || i.directing`, '$4')} as found
     from totrinh.item i join totrinh.unit u on u.id = i.lead_unit_id join totrinh.body b on b.id = i.authority
       left join totrinh.dossier x on x.id = i.dossier_id left join totrinh.dossier d on d.id = i.dossier_id and ${MAY_SEE}
     where i.programme_id = $3 order by i.no, i.code`, [viewer.person, viewer.day, programme, search]);
}
