import type { Case } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { foundBy, searchWords } from './queue-search.ts';
import { MAY_SEE, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A dossier's own row with the names that stand beside it. */
export interface DossierRow {
  readonly id: string; readonly code: string; readonly title: string; readonly kind: string;
  readonly item: { readonly id: string; readonly code: string; readonly no: number; readonly programme: string } | null;
  readonly leadUnit: { readonly id: string; readonly name: string };
  readonly drafter: { readonly person: string; readonly name: string } | null;
  readonly status: Case['status']; readonly programmeState: Case['programmeState']; readonly round: number; readonly number: string | null;
  readonly issuedOn: string | null; readonly dueOn: string | null; readonly createdAt: Date; readonly closedAt: Date | null; readonly version: number; readonly moving: boolean;
}

/** Columns of DossierRow from dossier `d`, its lead unit `lu`, drafter `dp` and item `i`. */
export const DOSSIER_ROW = `d.id, d.code, d.title, d.kind, d.status, d.programme_state as "programmeState", d.round, d.number, d.issued_on::text as "issuedOn", d.due_on::text as "dueOn",
  d.created_at as "createdAt", d.closed_at as "closedAt", d.seq as version, (d.pending <> '[]'::jsonb) as moving, json_build_object('id', lu.id, 'name', lu.name) as "leadUnit",
  case when dp.id is not null then json_build_object('person', dp.id, 'name', dp.name) end as drafter,
  case when i.id is not null then json_build_object('id', i.id, 'code', i.code, 'no', i.no, 'programme', i.programme_id) end as item`;
export const DOSSIER_TABLES = 'totrinh.dossier d join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.person dp on dp.id = d.drafter_id left join totrinh.item i on i.id = d.item_id';

/** Which ones: null does not matter. `version` counts together with `route`. */
export interface DossierWish { readonly status: string | null; readonly route: string | null; readonly version: number | null; readonly search?: string | null }

/** "Which dossiers may I see?": newest first. */
export class DossierListReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The key is the id of the last dossier of the page before. */
  page(viewer: Viewer, { status, route, version, search = null }: DossierWish, wish: PageWish<string>): Promise<PageFound<DossierRow, string>> {
    return reading(this.#source, async (tx) => {
      const words = search === null ? [] : searchWords(search);
      const found = foundBy(words, (_, n) => `$${n + 8}::text`);
      const rows = await tx.read<Row & DossierRow>(
        `select ${DOSSIER_ROW} from ${DOSSIER_TABLES}
         where ${MAY_SEE} and ($3::text is null or d.status = $3) and ($4::uuid is null or d.id < $4::uuid)
           and ($6::text is null or d.route_id = $6) and ($7::int is null or d.route_version = $7)${found.map((one) => ` and ${one}`).join('')} order by d.id desc limit $5`,
        [viewer.person, viewer.day, status, wish.after, wish.limit + 1, route, version, ...words]);
      return pageFrom(rows, wish.limit, (d) => d.id);
    });
  }
}
