import { dueReplanned, ladderKey, moveAsked, officeDay, reckonAgain, replanTerm, workRule, type Calendar, type Case, type Fact, type FactData, type Ladders, type Reckoner, type Replanned, type RungToCome, type Terms } from '@totrinh/domain';
import {
  appendSayings, calendarOfKey, incumbentsOf, keysNow, laddersOf, latestLadders, letRead, loadCases, loadRoute, record, staleSteps, writeReplanned, type Incumbent, type KeysNow, type LoadedCase, type NewNotice, type ReplannedStep, type StaleStep, type Tx,
} from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';

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
  writeReplanned(tx, planned.filter((p) => !slow.has(p.step.dossier) || !p.to.moves).map((p) => rowOf(desk, p)), now);
  appendSayings(tx, [...Map.groupBy(lean, (p) => p.step.dossier)].flatMap(([dossier, of]) => {
    const [first] = of;
    return first ? [{ dossier, seq: first.step.seq, headHash: first.step.headHash, lastAt: first.step.lastAt, facts: of.flatMap((p) => facts.get(p.step.id) ?? []) }] : [];
  }), 'system', now);
  await tx.flush();
  await askAll(desk, tx, slow.size > 0 ? await loadCases(tx, [...slow]) : [], planned, now);
  const asked = planned.filter((p) => p.to.asks).length;
  const moved = planned.filter((p) => p.to.moves && !p.to.asks).length;
  return { moved, asked, unchanged: planned.length - moved - asked };
}

/** The slow way, by the cases. Whoever is asked is told, and may read the dossier from then on. */
async function askAll(desk: Desk, tx: Tx, loaded: readonly LoadedCase[], planned: readonly Planned[], now: Date): Promise<void> {
  if (loaded.length === 0) return;
  const cases = loaded.map((l) => l.case);
  const incumbents = await incumbentsOf(tx, [...new Set(cases.map(officeOf))], [...new Set(cases.flatMap((c) => Object.values(c.roles.bodies)))], officeDay(now));
  const byDossier = Map.groupBy(planned, (p) => p.step.dossier);
  const notices: NewNotice[] = [];
  for (const found of loaded) {
    const facts = (byDossier.get(found.case.id) ?? []).flatMap((p) => factsOf(desk, found.case, p));
    record(tx, found.case, found, facts, { act: null, by: 'system', at: now });
    await tx.flush();
    notices.push(...facts.flatMap((f) => (f.type === 'proposal.made' ? noticesOf(desk, found, f.data, incumbents, now) : [])));
  }
  letRead(tx, notices.flatMap(({ dossier, person }) => (dossier === null ? [] : [{ dossier, person }])));
  tell(tx, notices);
  await tx.flush();
}

function factsOf(desk: Desk, c: Case, { step, to, calendar }: Planned): Fact[] {
  const question = { step: step.id, from: to.dueAt?.toISOString() ?? null, until: to.until, calendar };
  return [...(to.moves ? [dueReplanned(step.id, to, calendar, desk.means)] : []), ...moveAsked(c, question, to.asks, desk.means)];
}

const officeOf = (c: Case): string => c.roles.units['issuing'] ?? c.leadUnit;

/** The heads of the office and the secretaries of the bodies: they say whether a date comes forward. */
function noticesOf(desk: Desk, { case: c, code }: LoadedCase, asked: FactData['proposal.made'], incumbents: readonly Incumbent[], at: Date): NewNotice[] {
  const bodies = Object.values(c.roles.bodies);
  const people = incumbents.filter((i) => (i.unit === officeOf(c) ? ['head', 'deputy'].includes(i.role) : i.body !== null && bodies.includes(i.body)));
  const { step, from, until } = asked.params;
  return [...new Set(people.map((i) => i.person))].map((person) => ({
    id: desk.means.id(), person, dossier: c.id, kind: 'moveAsked', effectKey: `moveDue ${asked.proposal} ${person}`, at, step: String(step), data: { code, dueAt: from, until },
  }));
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

/** A rung that still waits keeps its row. */
function rowOf(desk: Desk, { step, to }: Planned): ReplannedStep {
  const rowOfRung = (r: RungToCome): string | undefined => step.waiting.find((w) => w.kind === r.kind && w.name === r.name)?.id;
  const rungs = to.rungs.map((r) => ({ ...r, id: rowOfRung(r) }));
  const moved = rungs.flatMap(({ id, ...r }) => (id === undefined ? [] : [{ id, ...r }]));
  const kept = new Set(moved.map((r) => r.id));
  return { id: step.id, dossier: step.dossier, dueAt: to.dueAt, due: to.due, moved, fresh: rungs.filter((r) => r.id === undefined).map((r) => ({ ...r, id: desk.means.id() })), gone: step.waiting.map((w) => w.id).filter((id) => !kept.has(id)) };
}
