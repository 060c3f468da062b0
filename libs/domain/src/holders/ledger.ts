import type { Case } from '../case/case.ts';
import type { PlacedFact } from '../case/facts.ts';
import { apply, emptyCase } from '../case/fold.ts';
import { isDeepEqual } from '../deep-equal.ts';
import type { Route } from '../route/route.ts';
import type { Holding } from './holding.ts';
import { lanesOf, OWN_LANE, type Lane } from './lanes.ts';

/** A fact with the instant of its record. */
export interface DatedFact { readonly fact: PlacedFact; readonly at: Date }

/** A stretch of time in which a lane was had in one way; `late` null where nobody can be late. */
export interface HoldingSpan extends Holding { readonly from: Date; readonly to: Date; readonly dueAt: Date | null; readonly late: boolean | null }
/** A lane from its beginning to its end: its spans follow one another, the first begins with it and the last ends with it. */
export interface LaneLife { readonly lane: Lane; readonly from: Date; readonly to: Date; readonly spans: readonly HoldingSpan[] }
/** A dossier's life, its own lane first, the branches in the order in which they opened; the case as it stands at the end. */
export interface HoldersLedger { readonly from: Date; readonly to: Date; readonly running: boolean; readonly lanes: readonly LaneLife[]; readonly after: Case }

interface Stretch { readonly from: Date; to: Date; readonly had: Holding }

/**
 * Theo dõi trách nhiệm xử lý: for every moment of a dossier's life who had it, and in which way; from the chain alone. Each lane is whole: no gap, no overlap. It runs
 * until `now`, or until the dossier was closed for the last time. `dueOf` is the term of a step: a stretch is cut where it passes, and only what people have who are not
 * leaders is late.
 */
export function holdersLedger(dossier: string, facts: readonly DatedFact[], route: Route | null, dueOf: (step: string) => Date | null, now: Date): HoldersLedger | null {
  const [first] = facts;
  if (!first) return null;
  const lives = new Map<Lane, Stretch[]>();
  let c = emptyCase(dossier);
  let at = first.at;
  for (const [i, { fact, at: said }] of facts.entries()) {
    c = apply(c, fact);
    if (said > at) at = said;
    const next = facts[i + 1];
    // What one act records at one instant counts as a whole.
    if (!next || next.at > at) live(lives, c, route, at, next ? next.at : at);
  }
  const running = c.status === 'open';
  const to = running && now > at ? now : at;
  if (running) for (const lane of lanesOf(c, route).keys()) { const last = lives.get(lane)?.at(-1); if (last) last.to = to; }
  const lanes = [...lives].map(([lane, stretches]) => lifeOf(lane, stretches, dueOf)).filter((l) => l.spans.length > 0);
  return { from: first.at, to: running ? to : endOf(lanes, first.at), running, lanes: withoutEnd(lanes), after: c };
}

/** Writes down how each living lane is had from one instant to the next. */
function live(lives: Map<Lane, Stretch[]>, c: Case, route: Route | null, from: Date, to: Date): void {
  for (const [lane, had] of lanesOf(c, route)) {
    const stretches = lives.get(lane) ?? [];
    lives.set(lane, stretches);
    const last = stretches.at(-1);
    if (last && last.to.getTime() === from.getTime() && isDeepEqual(last.had, had)) last.to = to;
    else stretches.push({ from, to, had });
  }
}

function lifeOf(lane: Lane, stretches: readonly Stretch[], dueOf: (step: string) => Date | null): LaneLife {
  const spans = stretches.filter((s) => s.to > s.from).flatMap((s) => cutAtDue(s, s.had.step === null ? null : dueOf(s.had.step)));
  return { lane, from: spans[0]?.from ?? new Date(0), to: spans.at(-1)?.to ?? new Date(0), spans };
}

const BY_PEOPLE: ReadonlySet<Holding['is']> = new Set(['held', 'offered', 'nobody']);

function cutAtDue({ from, to, had }: Stretch, due: Date | null): HoldingSpan[] {
  const span = (begin: Date, end: Date, late: boolean | null): HoldingSpan => ({ ...had, from: begin, to: end, dueAt: due, late });
  if (due === null || !BY_PEOPLE.has(had.is)) return [span(from, to, null)];
  if (due >= to) return [span(from, to, false)];
  return due <= from ? [span(from, to, true)] : [span(from, due, false), span(due, to, true)];
}

/** What lies behind the last closing is no part of a life. */
function withoutEnd(lanes: readonly LaneLife[]): LaneLife[] {
  return lanes.map((l) => {
    const spans = l.lane === OWN_LANE && l.spans.at(-1)?.is === 'closed' ? l.spans.slice(0, -1) : l.spans;
    return { ...l, spans, to: spans.at(-1)?.to ?? l.from };
  }).filter((l) => l.spans.length > 0);
}

function endOf(lanes: readonly LaneLife[], otherwise: Date): Date {
  const own = withoutEnd(lanes).find((l) => l.lane === OWN_LANE);
  return own?.to ?? otherwise;
}
