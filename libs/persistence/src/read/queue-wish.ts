import type { DeskList, DeskSort, DueGroup, Urgency } from '@totrinh/domain';
import { foundBy, searchWords } from './queue-search.ts';
import type { Viewer } from './viewer.ts';

/** What of a list; null does not matter, nor does what a list has no notion of. */
export interface DeskFilter {
  readonly kind: string | null; readonly dossierKind: string | null; readonly leadUnit: string | null; readonly urgency: Urgency | null; readonly due: DueGroup | null;
  readonly offered: boolean | null; readonly inSteadOf: string | null; readonly bulk: boolean; readonly search: string | null;
}
export const NO_FILTER: DeskFilter = { kind: null, dossierKind: null, leadUnit: null, urgency: null, due: null, offered: null, inSteadOf: null, bulk: false, search: null };
export interface DeskListWish { readonly list: DeskList; readonly sort: DeskSort; readonly filter: DeskFilter }
/** The place of a row in its list: by `due` (null: no term) and `at`, by `at`, or by `code` and `at`, and by its id in the end. */
export interface DeskListKey { readonly sort: DeskSort; readonly due: string | null; readonly code: string; readonly at: string; readonly id: string }

/** The values of a statement: the viewer as $1, their day as $2, the others as they come. */
export class Values {
  readonly list: unknown[];

  constructor(viewer: Viewer) {
    this.list = [viewer.person, viewer.day];
  }

  /** The parameter for this value, with its type. */
  put(value: unknown, type = 'text'): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** Conditions on dossier `d` that every list has. */
export function ofDossier(v: Values, { dossierKind, leadUnit, search }: DeskFilter): string[] {
  return [
    ...(dossierKind === null ? [] : [`d.kind = ${v.put(dossierKind)}`]),
    ...(leadUnit === null ? [] : [`d.lead_unit_id = ${v.put(leadUnit)}`]),
    ...(search === null ? [] : foundBy(searchWords(search), (word) => v.put(word))),
  ];
}

export const every = (conditions: readonly string[]): string => (conditions.length === 0 ? 'true' : conditions.join(' and '));

const DUE = `coalesce(x.due, 'infinity'::timestamptz)`;
const ORDERS: Readonly<Record<DeskSort, string>> = { due: `${DUE}, x.at, x.id`, newest: 'x.at desc, x.id desc', code: 'x.code, x.at, x.id' };
export const orderOf = (sort: DeskSort): string => ORDERS[sort];

/** Rows `x` behind this one. */
export function behind(v: Values, key: DeskListKey): string {
  const [at, id] = [v.put(key.at, 'timestamptz'), v.put(key.id, 'uuid')];
  switch (key.sort) {
    case 'due': return `(${DUE}, x.at, x.id) > (coalesce(${v.put(key.due, 'timestamptz')}, 'infinity'), ${at}, ${id})`;
    case 'newest': return `(x.at, x.id) < (${at}, ${id})`;
    case 'code': return `(x.code, x.at, x.id) > (${v.put(key.code)}, ${at}, ${id})`;
  }
}
