import { lapse, lapses, officeDay, openSteps, resumed, stepById, voteOf, workRule, type Case, type Fact, type GoesOn, type Route } from '@totrinh/domain';
import { dueLapses, markFired, pauseOf, readUrn, record, type DueLapse, type LoadedCase, type Tx } from '@totrinh/persistence';
import { clearUrn } from './cast-urn.ts';
import type { Desk } from './desk.ts';
import { termsOf } from './terms.ts';

/** A case after what time itself does, the end of its chain, and the steps that time has closed just now. */
export interface Lapsed {
  readonly loaded: LoadedCase;
  readonly closed: readonly string[];
  /** How many rungs have fired. */
  readonly fired: number;
}

/**
 * Does what time does by itself in one locked dossier until `now`, one rung after another in the order of their instants: closes
 * steps, ends a suspension and then what came due by it. Whoever acts calls it before the rule, the clock for everybody else, so that no outcome
 * depends on who was up. Everything is written when it answers; the moves that it calls for are raised.
 */
export async function applyLapses(desk: Desk, tx: Tx, found: LoadedCase, route: Route, now: Date): Promise<Lapsed> {
  let loaded = found;
  let fired = 0;
  const closed: string[] = [];
  for (let [rung] = await dueLapses(tx, loaded.case.id, now); rung; [rung] = await dueLapses(tx, loaded.case.id, now)) {
    const facts = await factsOf(desk, tx, loaded.case, route, rung);
    markFired(tx, [rung.id], now);
    await tx.flush();
    const before = loaded.case;
    const { after, headHash, at } = record(tx, before, loaded, facts, { act: null, by: 'system', at: now });
    await tx.flush();
    const ended = before.steps.filter((s) => s.state === 'open' && stepById(after, s.id).state !== 'open');
    for (const step of ended) if (step.kind === 'vote') await clearUrn(tx, route, step);
    closed.push(...ended.map((s) => s.id));
    loaded = { ...loaded, case: after, headHash, lastAt: at };
    fired += 1;
  }
  return { loaded, closed, fired };
}

/** Whether time may have anything to do here: most acts come to a dossier where nothing lapses, and need not ask. */
export function mayLapse(c: Case, route: Route): boolean {
  return c.status === 'open' && (c.suspended !== null || openSteps(c).some((s) => lapses(workRule(route, s.path))));
}

async function factsOf(desk: Desk, tx: Tx, c: Case, route: Route, rung: DueLapse): Promise<Fact[]> {
  const { id, step, kind } = rung;
  const vote = c.steps.find((s) => s.id === step && s.kind === 'vote');
  const urn = vote && voteOf(route, vote)?.rule.ballot === 'secret' ? await readUrn(tx, vote.id) : [];
  const goesOn = kind === 'resume' && c.suspended ? await goesOnAt(desk, tx, c, route, rung.dueAt) : undefined;
  return lapse(c, route, { id, step, kind, dueAt: rung.dueAt.toISOString() }, urn, goesOn);
}

/** The dossier goes on with the day that was set, however late the clock is. */
async function goesOnAt(desk: Desk, tx: Tx, c: Case, route: Route, at: Date): Promise<GoesOn> {
  const { dues, since } = await pauseOf(tx, c.id);
  const terms = await termsOf(tx, c.leadUnit, dues);
  return () => resumed(c, route, dues, officeDay(since), at, 'system', desk.means, null, terms);
}
