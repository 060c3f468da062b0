import type { Case } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { ProgrammeRow } from '../ledger/programme.ts';
import type { Row, Tx } from '../tx.ts';
import { HOLDS_A_POST, MAY_SEE, pageFrom, reading, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }

/** An item of a programme; `dossier` only where the viewer may see it. */
export interface SeenItem {
  readonly id: string; readonly no: number; readonly code: string; readonly kind: string; readonly title: string; readonly leadUnit: Ref; readonly cooperating: readonly Ref[]; readonly authority: Ref;
  readonly directing: string; readonly responsible: readonly { readonly person: string; readonly name: string }[];
  readonly deadline: { readonly text: string; readonly precision: string; readonly on: string };
  readonly state: Case['programmeState']; readonly stateOn: string | null; readonly hasDossier: boolean; readonly dossier: string | null; readonly number: string | null;
}

/** The report's figures; percentages are for the presenter. */
export interface ProgrammeCounts {
  readonly total: number; readonly completed: number; readonly completedInPeriod: number | null; readonly agenciesCompletedInPeriod: number | null;
  readonly submitted: number; readonly remaining: number; readonly notYetSubmitted: number;
}

export interface SeenProgramme extends ProgrammeRow { readonly counts: ProgrammeCounts; readonly items: readonly SeenItem[] }

/** Days of a report, both counted, `YYYY-MM-DD`. */
export interface Period { readonly from: string; readonly to: string }

const HEAD = `p.id, p.code, p.title, p.issuer, p.issued_on::text as "issuedOn", p.term, p.year_from as "yearFrom", p.year_to as "yearTo"`;

/** "How does the programme stand?": for everybody who holds a post today; dossiers only for whoever may see them. */
export class ProgrammeReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<string>): Promise<PageFound<ProgrammeRow, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & ProgrammeRow>(`select ${HEAD} from totrinh.programme p where ${HOLDS_A_POST} and ($3::text is null or p.id > $3) order by p.id limit $4`, [viewer.person, viewer.day, wish.after, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (p) => p.id);
    });
  }

  find(viewer: Viewer, id: string, period: Period | null): Promise<SeenProgramme | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const head = (await tx.read<Row & ProgrammeRow>(`select ${HEAD} from totrinh.programme p where ${HOLDS_A_POST} and p.id = $3`, [viewer.person, viewer.day, id]))[0];
      return head ? { ...head, counts: await count(tx, id, period), items: await readItems(tx, viewer, id) } : null;
    });
  }
}

async function count(tx: Tx, programme: string, period: Period | null): Promise<ProgrammeCounts> {
  const inPeriod = `state = 'completed' and state_on between $2::date and $3::date`;
  const row = (await tx.read<Row & Omit<ProgrammeCounts, 'remaining'>>(
    `select count(*)::int as total, count(*) filter (where state = 'completed')::int as completed, count(*) filter (where state = 'submitted')::int as submitted,
       count(*) filter (where state = 'notYetSubmitted')::int as "notYetSubmitted", count(*) filter (where ${inPeriod})::int as "completedInPeriod",
       count(distinct lead_unit_id) filter (where ${inPeriod})::int as "agenciesCompletedInPeriod"
     from totrinh.item where programme_id = $1`, [programme, period?.from ?? null, period?.to ?? null]))[0];
  if (!row) throw new Error('an aggregate answers one row');
  return { ...row, ...(period === null ? { completedInPeriod: null, agenciesCompletedInPeriod: null } : {}), remaining: row.total - row.completed };
}

/** Items in their order; responsible is whoever heads the lead unit today. */
function readItems(tx: Tx, viewer: Viewer, programme: string): Promise<(Row & SeenItem)[]> {
  return tx.read<Row & SeenItem>(
    `select i.id, i.no, i.code, i.kind, i.title, i.directing, i.state, i.state_on::text as "stateOn", (i.dossier_id is not null) as "hasDossier", d.id as dossier, d.number,
       json_build_object('id', u.id, 'name', u.name) as "leadUnit", json_build_object('id', b.id, 'name', b.name) as authority,
       (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by n.no), '[]') from unnest(i.cooperating) with ordinality n(unit, no) join totrinh.unit c on c.id = n.unit) as cooperating,
       (select coalesce(json_agg(json_build_object('person', h.id, 'name', h.name) order by h.id), '[]') from totrinh.post o join totrinh.appointment a on a.post_id = o.id join totrinh.person h on h.id = a.person_id
        where o.unit_id = i.lead_unit_id and o.role = 'head' and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)) as responsible,
       json_build_object('text', i.deadline_text, 'precision', i.deadline_precision, 'on', i.deadline_on::text) as deadline
     from totrinh.item i join totrinh.unit u on u.id = i.lead_unit_id join totrinh.body b on b.id = i.authority
       left join totrinh.dossier d on d.id = i.dossier_id and ${MAY_SEE}
     where i.programme_id = $3 order by i.no, i.code`, [viewer.person, viewer.day, programme]);
}
