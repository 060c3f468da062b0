import type { components } from '@totrinh/api-client';

export type DeskFilter = components['schemas']['ViewFilter'];
export type SavedView = components['schemas']['SavedView'];
export type DeskRow = components['schemas']['DeskRow'];
export type DeskList = SavedView['list'];
export type DeskSort = NonNullable<SavedView['sort']>;

/** What the address of the screen says: which list, narrowed how, in which order (null: the list's own). */
export interface DeskAddress { readonly list: DeskList; readonly filter: DeskFilter; readonly sort: DeskSort | null }

export const LISTS = ['todo', 'waiting', 'informed', 'done', 'troubled'] as const satisfies readonly DeskList[];
export const SORTS = ['due', 'newest', 'code'] as const satisfies readonly DeskSort[];
export const DUE_GROUPS = ['overdue', 'today', 'soon', 'later', 'none', 'beforeLeaders', 'paused'] as const satisfies readonly DeskFilter['due'][];
export const URGENCIES = ['normal', 'urgent', 'veryUrgent', 'flash'] as const satisfies readonly DeskFilter['urgency'][];
export const STEP_KINDS = ['draft', 'review', 'consult', 'appraise', 'approve', 'vote', 'finish', 'sign', 'issue', 'track'] as const;
export const WORK_KINDS = ['de-an', 'ke-hoach', 'chuyen-de', 'de-tai', 'du-an'] as const;

const among = <T extends string>(of: readonly T[], value: string | null): T | undefined => of.find((each) => each === value);
const words = (value: string | null): string | undefined => (value === null || value === '' ? undefined : value);

/** Reads an address; what it says wrongly is left out, so that an old address still leads to a list. */
export function readAddress(params: URLSearchParams): DeskAddress {
  const filter = {
    kind: words(params.get('kind')), dossierKind: words(params.get('dossierKind')), leadUnit: words(params.get('leadUnit')), urgency: among(URGENCIES, params.get('urgency')), due: among(DUE_GROUPS, params.get('due')),
    offered: among(['true', 'false'], params.get('offered')), inSteadOf: words(params.get('inSteadOf')), bulk: among(['true'], params.get('bulk')), search: words(params.get('search')),
  };
  const said = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as DeskFilter;
  return { list: among(LISTS, params.get('list')) ?? 'todo', filter: said, sort: among(SORTS, params.get('sort')) ?? null };
}

/** The same address in one way of writing, so that two of them can be compared: `?list=…&due=…`, empty for the desk as it opens. */
export function writeAddress({ list, filter, sort }: DeskAddress): string {
  const params = new URLSearchParams();
  if (list !== 'todo') params.set('list', list);
  for (const [name, value] of Object.entries(filter).sort(([a], [b]) => a.localeCompare(b))) if (typeof value === 'string' && value !== '') params.set(name, value);
  if (sort !== null) params.set('sort', sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a view that was kept. */
export const addressOf = ({ list, filter, sort }: Pick<SavedView, 'list' | 'filter' | 'sort'>): string => writeAddress({ list, filter, sort });

/** How many things a list is narrowed by. */
export const narrowings = (filter: DeskFilter): number => Object.values(filter).filter((value) => value !== undefined).length;
