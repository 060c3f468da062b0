import { HISTORY_ROUTE, isMoving, nextTime, officeDay, passed, type Fact, type PublishedLadder } from '@totrinh/domain';
import {
  calendarOfKey, climbingRungs, dossiersWithDueRungs, growSayings, insertBriefings, insertRungs, insertSaid, keysNow, laddersOf, letRead, loadCase, loadRoute, lockFreeDossiers, markClimbed, moveHeads, msToNextRung,
  type ClimbingRung, type NextRung, type Saying, type Share, type Tx,
} from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { climbAll, type Spoken } from './climb-rungs.ts';
import { applyLapses } from './lapse.ts';
import { reassignLate } from './reassign-late.ts';
import { replanLocked } from './replan.ts';
import { tell } from './tell.ts';

/** Dossiers that are held at once: people who act in one of them wait for the whole batch. */
const BATCH = 500;
/** Rungs that are looked at first: the few of an ordinary minute, and soon done where there are thousands. */
const FIRST = 100;
/** Batches that run beside each other where one was full: while PostgreSQL writes one, the next is reckoned. */
const LANES = 3;
const WHOLE: Share = { at: 0, of: 1 };

interface Fired { readonly fired: number; readonly replanned: number; readonly called: readonly string[] }

/**
 * Fires every rung that is due now, in batches: ids are read without locks, dossiers locked in the order of ids (those
 * that somebody else holds come with the next round), rungs read again under the lock; one that was reckoned with an older calendar is reckoned anew first.
 * Each fires once. Answers how many fired and the business milliseconds to the next waiting rung (null: none).
 */
export async function fireDueRungs(desk: Desk): Promise<{ fired: number; nextInMs: number | null }> {
  let fired = 0;
  for (;;) {
    const batch = await fireOnce(desk, WHOLE, FIRST);
    fired += batch.fired;
    if (batch.fired + batch.replanned === 0) return { fired, nextInMs: await desk.transact((tx) => msToNextRung(tx, desk.now())) };
    if (batch.fired >= FIRST) fired += (await Promise.all(Array.from({ length: LANES }, (_, at) => drain(desk, { at, of: LANES })))).reduce((sum, n) => sum + n, 0);
  }
}

/** Fires batch after batch of a share of the dossiers until nothing of it is due; answers how many fired. */
async function drain(desk: Desk, share: Share): Promise<number> {
  for (let fired = 0; ;) {
    const batch = await fireOnce(desk, share, BATCH);
    if (batch.fired + batch.replanned === 0) return fired;
    fired += batch.fired;
  }
}

async function fireOnce(desk: Desk, share: Share, limit: number): Promise<Fired> {
  const now = desk.now();
  const batch = await desk.transact((tx) => fireBatch(desk, tx, share, limit, now));
  for (const dossier of batch.called) desk.onCalled(dossier);
  return batch;
}

async function fireBatch(desk: Desk, tx: Tx, share: Share, limit: number, now: Date): Promise<Fired> {
  const dossiers = await lockFreeDossiers(tx, await dossiersWithDueRungs(tx, now, limit, share));
  const due = Map.groupBy(await climbingRungs(tx, dossiers, now), (r) => r.dossier);
  const { base, overlays } = await keysNow(tx);
  const stale = [...due].filter(([, rungs]) => rungs.some((r) => r.calendar !== null && r.calendar !== (overlays.get(r.leadUnit) ?? base))).map(([id]) => id);
  await replanLocked(desk, tx, stale, now);
  for (const id of stale) due.delete(id);

  const all = [...due.values()].flat();
  const ladders = await laddersOf(tx, [...new Set(all.flatMap((r) => (r.ladder === null ? [] : [r.ladder])))]);
  const missed = await missedOf(desk, tx, all, ladders, now);
  if (missed.length > 0) {
    insertRungs(tx, missed);
    await tx.flush();
    for (const [dossier, rungs] of Map.groupBy(await climbingRungs(tx, [...new Set(missed.map((r) => r.dossier))], now), (r) => r.dossier)) due.set(dossier, rungs);
  }
  const said = await speak(desk, tx, [...due.values()], ladders, now);
  let fired = said;
  const called: string[] = [];
  for (const [dossier, rungs] of [...due].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!rungs.some(closes)) continue;
    const lapsed = await lapseIn(desk, tx, dossier, now);
    fired += lapsed.fired;
    called.push(...lapsed.called);
  }
  return { fired, replanned: stale.length, called };
}

/** What only says something, for all dossiers together; what comes after the first lapse of a dossier waits until that is done, since it may end its steps. */
async function speak(desk: Desk, tx: Tx, due: readonly (readonly ClimbingRung[])[], ladders: ReadonlyMap<string, PublishedLadder>, now: Date): Promise<number> {
  const rungs = due.flatMap(untilLapse);
  if (rungs.length === 0) return 0;
  const spoken = await climbAll(desk, tx, rungs.filter((r) => r.kind === 'ladder'), ladders, officeDay(now));
  const grown = growSayings([...Map.groupBy(rungs, (r) => r.dossier).values()].flatMap((of) => sayingOf(of, spoken)), 'system', now);
  insertSaid(tx, grown);
  insertRungs(tx, await nextOf(desk, tx, lastTimes(rungs, due.flat()), ladders));
  const all = [...spoken.values()];
  insertBriefings(tx, all.filter((s) => s.climbed.reports).map((s) => ({ id: desk.means.id(), dossier: s.rung.dossier, step: s.step, rung: s.rung.id })), now);
  letRead(tx, all.flatMap((s) => s.notices.map((n) => ({ dossier: s.rung.dossier, person: n.person }))));
  tell(tx, latestOfEach(all).map((n) => ({ ...n, at: now })));
  await tx.flush();
  moveHeads(tx, grown);
  markClimbed(tx, rungs.map((r) => r.id), rungs.filter((r) => (spoken.get(r.id)?.climbed.reminders ?? 0) > (spoken.get(r.id)?.before ?? 0)).map((r) => r.id), now);
  await tx.flush();
  await reassignLate(desk, tx, all, now);
  return rungs.length;
}

function sayingOf(rungs: readonly ClimbingRung[], spoken: ReadonlyMap<string, Spoken>): Saying[] {
  const [first] = rungs;
  if (!first) return [];
  const facts = rungs.flatMap((r): readonly Fact[] => (r.kind === 'ladder' ? (spoken.get(r.id)?.climbed.facts ?? []) : r.step === null ? [] : [passed(r.step, r.id, r.dueAt.toISOString())]));
  return [{ dossier: first.dossier, seq: first.seq, headHash: first.headHash, lastAt: first.lastAt, facts }];
}

/** After down time a person hears once of each dossier: what came last. */
function latestOfEach(spoken: readonly Spoken[]): Spoken['notices'][number][] {
  return [...new Map(spoken.flatMap((s) => s.notices.map((n) => [`${n.dossier} ${n.person}`, n] as const))).values()];
}

/** The times of due rungs that have gone by already when the clock comes late: each gets a row of its own, so that none is lost and all of them speak together. */
async function missedOf(desk: Desk, tx: Tx, due: readonly ClimbingRung[], ladders: ReadonlyMap<string, PublishedLadder>, now: Date): Promise<NextRung[]> {
  const missed: NextRung[] = [];
  for (let rungs = lastTimes(due, due); rungs.length > 0;) {
    const next = (await nextOf(desk, tx, rungs, ladders)).filter((n) => new Date(n.at) <= now);
    missed.push(...next);
    const at = new Map(next.map((n) => [`${n.step} ${n.name}`, n]));
    rungs = rungs.flatMap((r) => { const n = at.get(timesOf(r)); return n ? [{ ...r, dueAt: new Date(n.at), n: n.n }] : []; });
  }
  return missed;
}

/** Of these rungs those with the latest time of their rung among all that are due: the next time is theirs to plan. */
function lastTimes(rungs: readonly ClimbingRung[], due: readonly ClimbingRung[]): ClimbingRung[] {
  const latest = new Map<string, number>();
  for (const r of due) if (r.kind === 'ladder') latest.set(timesOf(r), Math.max(r.n, latest.get(timesOf(r)) ?? 0));
  return rungs.filter((r) => r.kind === 'ladder' && latest.get(timesOf(r)) === r.n);
}

const timesOf = (r: ClimbingRung): string => `${r.step} ${r.name}`;

/** The next time of rungs that speak again. */
async function nextOf(desk: Desk, tx: Tx, rungs: readonly ClimbingRung[], ladders: ReadonlyMap<string, PublishedLadder>): Promise<NextRung[]> {
  const next: NextRung[] = [];
  for (const r of rungs) {
    const ladder = r.ladder === null ? undefined : ladders.get(r.ladder);
    if (!ladder || r.name === null || r.step === null || r.openedAt === null || r.calendar === null) continue;
    const at = nextTime(ladder, r.name, r.n, { openedAt: r.openedAt, dueAt: r.stepDueAt, now: r.dueAt }, await calendarOfKey(tx, r.calendar));
    if (at) next.push({ id: desk.means.id(), dossier: r.dossier, step: r.step, at: at.at, calendar: r.calendar, ladder: ladderOf(r), name: r.name, n: at.n ?? 1 });
  }
  return next;
}

const ladderOf = (r: ClimbingRung): string => r.ladder ?? '';
const closes = (r: ClimbingRung): boolean => r.kind === 'lapse' || r.kind === 'resume';

function untilLapse(rungs: readonly ClimbingRung[]): readonly ClimbingRung[] {
  const lapse = rungs.findIndex(closes);
  return lapse < 0 ? rungs : rungs.slice(0, lapse);
}

async function lapseIn(desk: Desk, tx: Tx, dossier: string, now: Date): Promise<{ fired: number; called: readonly string[] }> {
  const found = await loadCase(tx, dossier);
  if (!found) throw new Error(`dossier ${dossier} vanished under its lock`);
  const route = found.case.route === null ? HISTORY_ROUTE : (await loadRoute(tx, found.case.route)).rules;
  const { loaded, fired } = await applyLapses(desk, tx, found, route, now);
  return { fired, called: isMoving(loaded.case) ? [dossier] : [] };
}
