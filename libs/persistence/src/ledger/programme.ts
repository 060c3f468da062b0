import type { Row, Tx } from '../tx.ts';

export interface ProgrammeRow { readonly id: string; readonly code: string; readonly title: string; readonly issuer: string; readonly issuedOn: string; readonly term: string; readonly yearFrom: number; readonly yearTo: number }

export interface ItemRow {
  readonly id: string; readonly programme: string; readonly code: string; readonly no: number; readonly kind: string; readonly title: string; readonly leadUnit: string; readonly authority: string;
  readonly cooperating: readonly string[]; readonly appraisingUnit: string; readonly issuingUnit: string; readonly registerIssuer: string; readonly registerType: string; readonly directing: string;
  readonly deadlineText: string; readonly deadlinePrecision: string; readonly deadlineOn: string; readonly state: string; readonly stateOn: string | null; readonly dossier: string | null;
}

const ITEM = `id, programme_id as programme, code, no, kind, title, lead_unit_id as "leadUnit", authority, cooperating, appraising_unit_id as "appraisingUnit", issuing_unit_id as "issuingUnit",
  register_issuer as "registerIssuer", register_type as "registerType", directing, deadline_text as "deadlineText", deadline_precision as "deadlinePrecision", deadline_on::text as "deadlineOn",
  state, state_on::text as "stateOn", dossier_id as dossier`;

/** Locks an item by its code, so that only one dossier takes it. */
export async function lockItem(tx: Tx, code: string): Promise<ItemRow | null> {
  const rows = await tx.read<Row & ItemRow>(`select ${ITEM} from totrinh.item where code = $1 for update`, [code]);
  return rows[0] ?? null;
}

/** An item by its code, as it stands; null where there is none. */
export async function findItem(tx: Tx, code: string): Promise<ItemRow | null> {
  const rows = await tx.read<Row & ItemRow>(`select ${ITEM} from totrinh.item where code = $1`, [code]);
  return rows[0] ?? null;
}

/** The codes among these that are known already. */
export async function knownItems(tx: Tx, codes: readonly string[]): Promise<string[]> {
  return (await tx.read<{ code: string }>('select code from totrinh.item where code = any($1)', [codes])).map((r) => r.code);
}

export async function knownIds(tx: Tx, table: 'unit' | 'body', ids: readonly string[]): Promise<string[]> {
  return (await tx.read<{ id: string }>(`select id from totrinh.${table} where id = any($1)`, [ids])).map((r) => r.id);
}

export function upsertProgramme(tx: Tx, p: ProgrammeRow): void {
  tx.write(
    `insert into totrinh.programme (id, code, title, issuer, issued_on, term, year_from, year_to) values ($1, $2, $3, $4, $5::date, $6, $7::int, $8::int) on conflict (id) do nothing`,
    [p.id, p.code, p.title, p.issuer, p.issuedOn, p.term, p.yearFrom, p.yearTo]);
}

export function insertItem(tx: Tx, i: ItemRow): void {
  tx.write(
    `insert into totrinh.item (id, programme_id, code, no, kind, title, lead_unit_id, authority, cooperating, appraising_unit_id, issuing_unit_id, register_issuer, register_type, directing,
       deadline_text, deadline_precision, deadline_on, state, state_on)
     values ($1::uuid, $2, $3, $4::int, $5, $6, $7, $8, $9::text[], $10, $11, $12, $13, $14, $15, $16, $17::date, $18, $19::date)`,
    [i.id, i.programme, i.code, i.no, i.kind, i.title, i.leadUnit, i.authority, i.cooperating, i.appraisingUnit, i.issuingUnit, i.registerIssuer, i.registerType, i.directing,
      i.deadlineText, i.deadlinePrecision, i.deadlineOn, i.state, i.stateOn]);
}
