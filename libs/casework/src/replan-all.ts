import { countStale, keysNow, lockFreeDossiers, staleDossiers } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { replanLocked, type ReplannedCount } from './replan.ts';

/** What one batch did. `after`: the last dossier that was looked at; null: there are none behind it. `examined` counts those that were locked and reckoned anew. */
export interface ReplannedBatch extends ReplannedCount { readonly examined: number; readonly after: string | null }

/** Before the first dossier. */
export const FIRST_DOSSIER = '00000000-0000-0000-0000-000000000000';

/**
 * Re-plans up to `limit` open dossiers behind `after` that wait on an older calendar, in one transaction. Those that somebody else holds are passed by and come with
 * the next round; done twice, or by two at once, it does each dossier once.
 */
export function replanStale(desk: Desk, after: string, limit: number): Promise<ReplannedBatch> {
  return desk.transact(async (tx) => {
    const found = await staleDossiers(tx, await keysNow(tx), after, limit);
    const locked = await lockFreeDossiers(tx, found);
    const count = await replanLocked(desk, tx, locked, desk.now());
    return { ...count, examined: locked.length, after: found.at(-1) ?? null };
  });
}

/** How many dossiers wait on an older calendar: what is left of a re-plan. */
export function staleLeft(desk: Desk): Promise<number> {
  return desk.transact(async (tx) => countStale(tx, await keysNow(tx)));
}
