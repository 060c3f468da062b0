import { officeDay, type StandingName } from '@totrinh/domain';
import { BoardReadModel, type BoardPage, type BoardTask, type UnitCount, type Viewer } from '@totrinh/persistence';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import type { LedgerHouse } from '../house/ledger-house.ts';

/** A person of the sample office as a reader on the house's day. */
export const viewerIn = (house: LedgerHouse, person: string): Viewer => ({ person, day: officeDay(house.clock.at) });

interface BoardAsked { readonly unit?: string; readonly standing?: StandingName; readonly route?: string; readonly limit?: number; readonly after?: { at: string; id: string } | null }

/** The board of deadlines as a person sees it at the house's instant. */
export function boardOf(house: LedgerHouse, person: string, asked: BoardAsked = {}): Promise<BoardPage & { readonly counts: readonly UnitCount[] }> {
  const wish = { unit: asked.unit ?? null, standing: asked.standing ?? null, route: asked.route ?? null };
  return new BoardReadModel(house.source).deadlines(viewerIn(house, person), house.clock.now(), wish, { limit: asked.limit ?? 200, after: asked.after ?? null });
}

/** The leaders' board likewise. */
export function leadersOf(house: LedgerHouse, person: string): Promise<BoardPage> {
  return new BoardReadModel(house.source).leaders(viewerIn(house, person), house.clock.now(), { unit: null, route: null }, { limit: 200, after: null });
}

/** The lines of one dossier. */
export const linesOf = (page: BoardPage, d: LedgerDossier): readonly BoardTask[] => page.items.filter((t) => t.dossier.id === d.id);

/** The counts as `unit standing: n`. */
export const countedOf = (page: { readonly counts: readonly UnitCount[] }): string[] => page.counts.map((c) => `${c.unit.id} ${c.standing}: ${c.count}`);
