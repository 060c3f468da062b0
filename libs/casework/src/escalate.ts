import { passDeadline } from '@totrinh/domain';
import { dossiersWithDueRungs, dueRungsOf, inTransaction, loadCase, lockFreeDossiers, markFired, msToNextRung, record, type DueRung, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

const BATCH = 500;

/**
 * Fires every rung that is due now, in batches: ids are read without locks, dossiers locked in the order of ids (those
 * that somebody else holds come with the next round), rungs read again under the lock. Each fires once. Answers how many
 * fired and the business milliseconds to the next waiting rung (null: none).
 */
export async function fireDueRungs(desk: Desk): Promise<{ fired: number; nextInMs: number | null }> {
  let fired = 0;
  for (;;) {
    const now = desk.now();
    const batch = await inTransaction(desk.source, (tx) => fireBatch(desk, tx, now));
    fired += batch;
    if (batch === 0) return { fired, nextInMs: await inTransaction(desk.source, (tx) => msToNextRung(tx, desk.now())) };
  }
}

async function fireBatch(desk: Desk, tx: Tx, now: Date): Promise<number> {
  const dossiers = await lockFreeDossiers(tx, await dossiersWithDueRungs(tx, now, BATCH));
  const rungs = await dueRungsOf(tx, dossiers, now);
  const ofDossier = Map.groupBy(rungs, (r) => r.dossier);
  for (const [dossier, due] of ofDossier) {
    await fireOne(desk, tx, dossier, due, now);
  }
  if (rungs.length > 0) markFired(tx, rungs.map((r) => r.id), now);
  return rungs.length;
}

async function fireOne(_desk: Desk, tx: Tx, dossier: string, due: readonly DueRung[], now: Date): Promise<void> {
  const loaded = await loadCase(tx, dossier);
  if (!loaded) throw new Error(`dossier ${dossier} vanished under its lock`);
  const facts = due.flatMap((r) => passDeadline(loaded.case, r.step, r.id, r.dueAt.toISOString()));
  record(tx, loaded.case, loaded, facts, { act: null, by: 'system', at: now });
  await tx.flush();
}
