import { dueReplanned, ladderKey, moveAsked, reckonAgain, replanTerm, workRule, type Calendar, type Fact, type Ladders, type Reckoner, type Replanned, type Terms } from '@totrinh/domain';
import {
  appendSayings, calendarOfKey, keysNow, laddersOf, latestLadders, loadCases, loadRoute, record, staleSteps, writeReplanned, type KeysNow, type LoadedCase, type ReplannedStep, type StaleStep, type Tx,
} from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Steps that were reckoned anew: their date or a rung moved, the office was asked, or nothing but the calendar's version changed. */
export interface ReplannedCount { readonly moved: number; readonly asked: number; readonly unchanged: number }

interface Planned { readonly step: StaleStep; readonly to: Replanned; readonly calendar: string }

/**
 * Reckons what waits in locked dossiers on an older calendar with the one that holds now. A date that comes later, or whose rungs alone move, is written, for
 * all together and without their cases; one that would come earlier stays, and the office is asked (`moveDue`). Suspended dossiers are left: whoever goes on is
 * reckoned with the calendar of that day. Everything is written when it answers.
 */
export async function replanLocked(desk: Desk, tx: Tx, dossiers: readonly string[], now: Date): Promise<ReplannedCount> {
  if (dossiers.length === 0) return { moved: 0, asked: 0, unchanged: 0 };
  const keys = await keysNow(tx);
  const planned = await planAll(tx, await staleSteps(tx, dossiers, keys), keys, now);
  // A question changes the case, and so does one that is taken back.
  const slow = new Set(planned.filter((p) => p.to.asks || p.step.asked).map((p) => p.step.dossier));
  const lean = planned.filter((p) => !slow.has(p.step.dossier));
  const facts = new Map(lean.filter((p) => p.to.moves).map((p) => [p.step.id, dueReplanned(p.step.id, p.to, p.calendar, desk.means)]));
  writeReplanned(tx, planned.filter((p) => !slow.has(p.step.dossier) || !p.to.moves).map((p) => rowOf(p, facts.get(p.step.id))), now);
  appendSayings(tx, [...Map.groupBy(lean, (p) => p.step.dossier)].flatMap(([dossier, of]) => {
    const [first] = of;
    return first ? [{ dossier, seq: first.step.seq, headHash: first.step.headHash, lastAt: first.step.lastAt, facts: of.flatMap((p) => facts.get(p.step.id) ?? []) }] : [];
  }), 'system', now);
  await tx.flush();
  for (const found of slow.size > 0 ? await loadCases(tx, [...slow]) : []) await ask(desk, tx, found, planned.filter((p) => p.step.dossier === found.case.id), now);
  const asked = planned.filter((p) => p.to.asks).length;
  const moved = planned.filter((p) => p.to.moves && !p.to.asks).length;
  return { moved, asked, unchanged: planned.length - moved - asked };
}

/** The slow way, by the case. Facts that leave the case alone come first, so that a question stands behind what it asks about. */
async function ask(desk: Desk, tx: Tx, found: LoadedCase, planned: readonly Planned[], now: Date): Promise<void> {
  const facts = planned.flatMap(({ step, to, calendar }): Fact[] => [
    ...(to.moves ? [dueReplanned(step.id, to, calendar, desk.means)] : []),
    ...moveAsked(found.case, { step: step.id, from: to.dueAt?.toISOString() ?? null, until: to.until, calendar }, to.asks, desk.means),
  ]);
  record(tx, found.case, found, facts, { act: null, by: 'system', at: now });
  await tx.flush();
}

async function planAll(tx: Tx, steps: readonly StaleStep[], { base, overlays }: KeysNow, now: Date): Promise<Planned[]> {
  const latest = await latestLadders(tx);
  const pinned = await laddersOf(tx, [...new Set(steps.flatMap((s) => s.ladder ?? []))]);
  const calendars = new Map<string, Calendar>();
  const keyOf = (s: StaleStep): string => overlays.get(s.leadUnit) ?? base;
  for (const key of new Set(steps.flatMap((s) => [keyOf(s), ...(s.due ? [s.due.calendar] : [])]))) calendars.set(key, await calendarOfKey(tx, key));
  const reckon = remembering();
  const planned: Planned[] = [];
  for (const step of steps) {
    const calendar = calendars.get(keyOf(step));
    if (!calendar) throw new Error(`no calendar ${keyOf(step)}`);
    const rule = workRule((await loadRoute(tx, step.route)).rules, step.path);
    const terms: Terms = { calendar, ladders: withPinned(latest, pinned.get(step.ladder ?? '')) };
    const standing = { dueAt: step.dueAt?.toISOString() ?? null, due: step.due, openedAt: step.openedAt.toISOString(), fired: step.fired, passed: step.passed, waiting: step.waiting };
    planned.push({ step, calendar: calendar.key, to: replanTerm(rule, standing, calendars.get(step.due?.calendar ?? '') ?? null, now, terms, reckon) });
  }
  return planned;
}

/** A step keeps the version of the ladder that it climbs. */
function withPinned(latest: Ladders, pinned: ReturnType<Ladders['get']>): Ladders {
  const now = pinned && latest.get(pinned.id);
  return !pinned || (now && ladderKey(now) === ladderKey(pinned)) ? latest : new Map([...latest, [pinned.id, pinned]]);
}

/** Terms of many dossiers are alike: the same rule from the same instant by the same calendar is reckoned once. */
function remembering(): Reckoner {
  const known = new Map<string, ReturnType<Reckoner>>();
  return (due, calendar) => {
    const key = JSON.stringify([due.rule, due.from, due.start, due.changes, calendar.key]);
    const found = known.get(key) ?? reckonAgain(due, calendar);
    known.set(key, found);
    return found;
  };
}

function rowOf({ step, to, calendar }: Planned, fact: Fact | undefined): ReplannedStep {
  return { id: step.id, dossier: step.dossier, calendar, dueAt: to.dueAt, due: to.due, rungs: to.moves ? (fact?.derived?.rungs ?? []) : null };
}
