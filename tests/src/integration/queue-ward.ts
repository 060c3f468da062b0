import { officeDay, type DeskList, type DeskSort } from '@totrinh/domain';
import { DeskReadModel, NO_FILTER, type DeskCounts, type DeskFilter, type DeskLine, type DeskListKey, type DeskPage, type Viewer } from '@totrinh/persistence';
import type { LedgerHouse } from '../house/ledger-house.ts';

/** A person of the sample office as a reader at the house's instant. */
export const readerIn = (house: LedgerHouse, person: string): Viewer => ({ person, day: officeDay(house.clock.at), now: house.clock.now() });

interface Asked { readonly sort?: DeskSort; readonly filter?: Partial<DeskFilter>; readonly limit?: number; readonly after?: DeskListKey | null }

const usual = (list: DeskList): DeskSort => (list === 'informed' || list === 'done' ? 'newest' : 'due');

/** A page of a list as a person sees it. */
export function deskOf(house: LedgerHouse, person: string, list: DeskList, { sort = usual(list), filter = {}, limit = 200, after = null }: Asked = {}): Promise<DeskPage> {
  return new DeskReadModel(house.source).page(readerIn(house, person), { list, sort, filter: { ...NO_FILTER, ...filter } }, { limit, after });
}

export const countsOf = (house: LedgerHouse, person: string): Promise<DeskCounts> => new DeskReadModel(house.source).counts(readerIn(house, person));

/** All pages of a list; `between` happens behind each of them. */
export async function allOf(house: LedgerHouse, person: string, list: DeskList, asked: Asked, between: (page: number) => Promise<unknown> = async () => undefined): Promise<DeskLine[]> {
  const lines: DeskLine[] = [];
  for (let after: DeskListKey | null = null, page = 1; ; page++) {
    const found: DeskPage = await deskOf(house, person, list, { ...asked, after });
    lines.push(...found.items);
    if (found.next === null) return lines;
    after = found.next;
    await between(page);
  }
}

/** The lines of one dossier. */
export const linesOf = (page: { readonly items: readonly DeskLine[] }, d: { readonly id: string }): readonly DeskLine[] => page.items.filter((i) => i.dossier.id === d.id);
