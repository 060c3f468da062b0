import { itemStandingOn, type Case } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { ProgrammeRow } from '../ledger/programme.ts';
import type { Row, Tx } from '../tx.ts';
import { HAS_SAMPLE_DATA } from './demo-data.ts';
import { readItems, type ItemRow } from './programme-items.ts';
import { readMarks } from './programme-marks.ts';
import { readWhere, type ItemWhere } from './programme-where.ts';
import { HOLDS_A_POST, pageFrom, reading, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }

/** An item of a programme as it stood on the day of the report; `dossier`, `number` and `where` only where the viewer may see the dossier. */
export interface SeenItem extends Omit<ItemRow, 'found' | 'open'> { readonly where: ItemWhere | null }

/** The report's figures; percentages are for the presenter. */
export interface ProgrammeCounts {
  readonly total: number; readonly completed: number; readonly completedInPeriod: number | null; readonly agenciesCompletedInPeriod: number | null;
  readonly submitted: number; readonly remaining: number; readonly notYetSubmitted: number;
}

/** What the items may be filtered by: of all of them. */
export interface ProgrammeFacets { readonly kinds: readonly string[]; readonly leadUnits: readonly Ref[]; readonly directing: readonly string[]; readonly authorities: readonly Ref[] }

export interface SeenProgramme extends ProgrammeRow {
  readonly asOf: string; readonly period: Period | null; readonly demo: boolean; readonly counts: ProgrammeCounts; readonly facets: ProgrammeFacets;
  /** Those that the filter leaves, in their order. */
  readonly items: readonly SeenItem[];
}

/** Days of a report, both counted, `YYYY-MM-DD`. */
export interface Period { readonly from: string; readonly to: string }

/** Which items; null does not matter. `dueBefore` is counted. */
export interface ProgrammeFilter {
  readonly state: Case['programmeState'] | null; readonly kind: string | null; readonly leadUnit: string | null; readonly directing: string | null; readonly authority: string | null; readonly dueBefore: string | null; readonly search: string | null;
}
/** The report's day (null: today), its period, and which items. */
export interface ProgrammeWish { readonly asOf: string | null; readonly period: Period | null; readonly filter: ProgrammeFilter }

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

  /** The figures are of all items, whatever the filter. Of an earlier day they are what the record said of that day; of today and later ones, what the rows say. */
  find(viewer: Viewer, id: string, wish: ProgrammeWish): Promise<SeenProgramme | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const head = (await tx.read<Row & ProgrammeRow & { demo: boolean }>(`select ${HEAD}, ${HAS_SAMPLE_DATA} as demo from totrinh.programme p where ${HOLDS_A_POST} and p.id = $3`, [viewer.person, viewer.day, id]))[0];
      if (!head) return null;
      const asOf = wish.asOf ?? viewer.day;
      const now = await readItems(tx, viewer, id, wish.filter.search);
      const rows = asOf < viewer.day ? await onDay(tx, id, now, asOf) : now;
      const shown = rows.filter((i) => i.found && fits(i, wish.filter));
      const where = asOf < viewer.day ? new Map<string, ItemWhere>() : await readWhere(tx, shown.flatMap((i) => (i.open && i.dossier !== null ? [i.dossier] : [])));
      const items = shown.map(({ found: _found, open: _open, ...i }): SeenItem => ({ ...i, where: (i.dossier === null ? undefined : where.get(i.dossier)) ?? null }));
      return { ...head, asOf, period: wish.period, counts: countOf(rows, wish.period), facets: facetsOf(rows), items };
    });
  }
}

/** The items as the record says they stood on an earlier day; nothing that came later is told of them. */
async function onDay(tx: Tx, programme: string, rows: readonly ItemRow[], day: string): Promise<ItemRow[]> {
  const marks = await readMarks(tx, programme);
  return rows.map((i) => {
    const { state, since } = itemStandingOn(marks.get(i.id) ?? [], day);
    const issued = i.product?.on != null && i.product.on <= day;
    return { ...i, state, stateOn: since, product: issued ? i.product : null, number: issued ? i.number : null };
  });
}

function fits(i: ItemRow, f: ProgrammeFilter): boolean {
  const same = (wanted: string | null, is: string): boolean => wanted === null || wanted === is;
  return same(f.state, i.state) && same(f.kind, i.kind) && same(f.leadUnit, i.leadUnit.id) && same(f.directing, i.directing) && same(f.authority, i.authority.id) && (f.dueBefore === null || i.deadline.on <= f.dueBefore);
}

function countOf(rows: readonly ItemRow[], period: Period | null): ProgrammeCounts {
  const of = (state: ItemRow['state']): number => rows.filter((i) => i.state === state).length;
  const inPeriod = period === null ? null : rows.filter((i) => i.state === 'completed' && i.stateOn !== null && i.stateOn >= period.from && i.stateOn <= period.to);
  const completed = of('completed');
  return {
    total: rows.length, completed, completedInPeriod: inPeriod?.length ?? null, agenciesCompletedInPeriod: inPeriod === null ? null : new Set(inPeriod.map((i) => i.leadUnit.id)).size,
    submitted: of('submitted'), remaining: rows.length - completed, notYetSubmitted: of('notYetSubmitted'),
  };
}

function facetsOf(rows: readonly ItemRow[]): ProgrammeFacets {
  const refs = (pick: (i: ItemRow) => Ref): Ref[] => [...new Map(rows.map((i) => [pick(i).id, pick(i)])).values()];
  return { kinds: [...new Set(rows.map((i) => i.kind))], leadUnits: refs((i) => i.leadUnit), directing: [...new Set(rows.map((i) => i.directing))].filter((d) => d !== ''), authorities: refs((i) => i.authority) };
}
