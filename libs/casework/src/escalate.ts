import { passDeadline } from '@totrinh/domain';
import { dossiersWithDueRungs, dueRungsOf, loadCases, lockFreeDossiers, markFired, msToNextRung, recordNotices, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Dossiers that are held at once: people who act in one of them wait for the whole batch. */
const BATCH = 200;

/**
 * Fires every rung that is due now, in batches: ids are read without locks, dossiers locked in the order of ids (those
 * that somebody else holds come with the next round), rungs read again under the lock. Each fires once. Answers how many
 * fired and the business milliseconds to the next waiting rung (null: none).
 */
export async function fireDueRungs(desk: Desk): Promise<{ fired: number; nextInMs: number | null }> {
  let fired = 0;
  for (;;) {
    const now = desk.now();
    const batch = await desk.transact((tx) => fireBatch(desk, tx, now));
    fired += batch;
    if (batch === 0) return { fired, nextInMs: await desk.transact((tx) => msToNextRung(tx, desk.now())) };
  }
}

async function fireBatch(desk: Desk, tx: Tx, now: Date): Promise<number> {
  const dossiers = await lockFreeDossiers(tx, await dossiersWithDueRungs(tx, now, BATCH));
  const rungs = await dueRungsOf(tx, dossiers, now);
  if (rungs.length === 0) return 0;
  const ofDossier = Map.groupBy(rungs, (r) => r.dossier);
  const loaded = await loadCases(tx, [...ofDossier.keys()]);
  const notices = loaded.map((l) => ({ before: l.case, end: l, facts: (ofDossier.get(l.case.id) ?? []).flatMap((r) => passDeadline(l.case, r.step, r.id, r.dueAt.toISOString())) }));
  recordNotices(tx, notices, 'system', now);
  markFired(tx, rungs.map((r) => r.id), now);
  return rungs.length;
}
