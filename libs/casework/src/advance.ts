import { advance as rule, deadlineOf, officeDay, openSteps, phaseOf, refuse, stepById, stepRule, type Assignee, type Case, type DueOf, type Fact, type Phase, type Result, type Route, type WhoQuery } from '@totrinh/domain';
import { askDirectory, clearOutbox, instantsOf, loadCase, loadRoute, lockDossier, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { tellSubstitutes } from './tell-substitutes.ts';
import { termsOf } from './terms.ts';

/** An automatic step that waits to be run: the effect's key is the step's id. */
export interface Effect { readonly step: string; readonly kind: 'notify' | 'webhook' }

/** Where a dossier stands after a move: codes only. */
export interface Moved {
  readonly version: number;
  readonly phase: Phase;
  readonly at: readonly string[];
  readonly way: readonly { readonly step: string; readonly round: number; readonly outcome: string | null }[];
  readonly opened: readonly string[];
  /** Automatic steps that are open now, also those of an earlier move. */
  readonly effects: readonly Effect[];
  readonly ended: boolean;
}

/** Stops of the way that a move tells: a workflow's history keeps each answer, and a dossier may come back many times. */
const LONGEST_WAY = 100;

/** A move asks the directory as often as choices and splits bring up new questions; a sound route needs few rounds. */
const MOST_ROUNDS = 200;

/**
 * The workflow's move: opens what the ledger calls for and deletes the outbox row that it has seen; twice does nothing
 * more. Errors: DOSSIER_NOT_FOUND.
 */
export function advance(desk: Desk, dossier: string): Promise<Result<Moved>> {
  return desk.transact<Result<Moved>>(async (tx) => {
    const loaded = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
    if (!loaded) return refuse('DOSSIER_NOT_FOUND', { id: dossier });
    const before = loaded.case;
    clearOutbox(tx, dossier, before.seq);
    if (before.route === null) return { ok: true, value: told(before, null, []) };
    const route = (await loadRoute(tx, before.route)).rules;
    const now = desk.now();
    const facts = await factsOfMove(tx, before, route, now, desk);
    const { after } = record(tx, before, loaded, facts, { act: null, by: 'system', at: now });
    await tellSubstitutes(desk, tx, after, facts, now);
    return { ok: true, value: told(after, route, facts) };
  });
}

/** Asks the directory what the move wants to know, as often as it brings up something new. */
async function factsOfMove(tx: Tx, before: Case, route: Route, now: Date, desk: Desk): Promise<readonly Fact[]> {
  const known = new Map<string, readonly Assignee[]>();
  const dueOf = before.pending.length > 0 ? await dueOfNow(tx, before, now) : () => null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { facts, missing } = rule(before, route, (query) => known.get(JSON.stringify(query)), dueOf, desk.means);
    if (missing.length === 0) return facts;
    for (const query of missing) known.set(JSON.stringify(query), await askDirectory(tx, query satisfies WhoQuery, officeDay(now)));
  }
  throw new Error(`dossier ${before.id} asks the directory without end`);
}

/** Deadlines of steps that open now. */
export async function dueOfNow(tx: Tx, c: Case, now: Date): Promise<DueOf> {
  const basis = await instantsOf(tx, c.id, c.submission?.seq ?? null, c.item);
  const terms = await termsOf(tx, c.leadUnit);
  return (step) => deadlineOf(step, { opening: now, ...basis }, terms);
}

function told(c: Case, route: Route | null, facts: readonly Fact[]): Moved {
  const open = openSteps(c);
  return {
    version: c.seq,
    phase: route === null ? 'ket-thuc' : phaseOf(c, route),
    at: open.map((s) => s.path),
    way: c.steps.filter((s) => s.state !== 'open').slice(-LONGEST_WAY).map((s) => ({ step: s.path, round: s.round, outcome: s.outcome })),
    opened: facts.flatMap((f) => (f.type === 'step.opened' ? [f.data.path] : [])),
    effects: route === null ? [] : open.flatMap((s): Effect[] => { const { kind } = stepRule(route, stepById(c, s.id).path); return kind === 'notify' || kind === 'webhook' ? [{ step: s.id, kind }] : []; }),
    ended: c.status !== 'open',
  };
}
