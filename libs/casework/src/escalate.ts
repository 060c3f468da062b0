import { HISTORY_ROUTE, isMoving, passDeadline } from '@totrinh/domain';
import { dossiersWithDueRungs, dueRungsOf, loadCase, loadCases, loadRoute, lockFreeDossiers, markFired, msToNextRung, recordNotices, type DueRung, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { applyLapses } from './lapse.ts';

/** Dossiers that are held at once: people who act in one of them wait for the whole batch. */
const BATCH = 200;

interface Fired { readonly fired: number; readonly called: readonly string[] }

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
    for (const dossier of batch.called) desk.onCalled(dossier);
    fired += batch.fired;
    if (batch.fired === 0) return { fired, nextInMs: await desk.transact((tx) => msToNextRung(tx, desk.now())) };
  }
}

async function fireBatch(desk: Desk, tx: Tx, now: Date): Promise<Fired> {
  const dossiers = await lockFreeDossiers(tx, await dossiersWithDueRungs(tx, now, BATCH));
  const ofDossier = Map.groupBy(await dueRungsOf(tx, dossiers, now), (r) => r.dossier);
  const said = await sayOverdue(tx, ofDossier, now);
  let fired = said;
  const called: string[] = [];
  for (const [dossier, rungs] of [...ofDossier].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (rungs.every((r) => r.kind === 'overdue')) continue;
    const lapsed = await lapseIn(desk, tx, dossier, now);
    fired += lapsed.fired;
    called.push(...lapsed.called);
  }
  return { fired, called };
}

/** Terms that have passed, for all dossiers together; those after the first lapse of a dossier wait until it is done, since it may end their steps. */
async function sayOverdue(tx: Tx, ofDossier: ReadonlyMap<string, readonly DueRung[]>, now: Date): Promise<number> {
  const first = new Map([...ofDossier].map(([dossier, rungs]) => [dossier, untilLapse(rungs)] as const).filter(([, rungs]) => rungs.length > 0));
  if (first.size === 0) return 0;
  const loaded = await loadCases(tx, [...first.keys()]);
  const notices = loaded.map((l) => ({ before: l.case, end: l, facts: (first.get(l.case.id) ?? []).flatMap((r) => passDeadline(l.case, r.step ?? '', r.id, r.dueAt.toISOString())) }));
  recordNotices(tx, notices, 'system', now);
  const fired = [...first.values()].flat().map((r) => r.id);
  markFired(tx, fired, now);
  await tx.flush();
  return fired.length;
}

function untilLapse(rungs: readonly DueRung[]): readonly DueRung[] {
  const lapse = rungs.findIndex((r) => r.kind !== 'overdue');
  return lapse < 0 ? rungs : rungs.slice(0, lapse);
}

async function lapseIn(desk: Desk, tx: Tx, dossier: string, now: Date): Promise<Fired> {
  const found = await loadCase(tx, dossier);
  if (!found) throw new Error(`dossier ${dossier} vanished under its lock`);
  const route = found.case.route === null ? HISTORY_ROUTE : (await loadRoute(tx, found.case.route)).rules;
  const { loaded, fired } = await applyLapses(desk, tx, found, route, now);
  return { fired, called: isMoving(loaded.case) ? [dossier] : [] };
}
