import { advance as rule, endOfPlainDays, officeDay, openSteps, pathsToResolve, phaseOf, refuse, seatsOf, stepRule, type Case, type Fact, type Phase, type Result, type Route, type SeatAnswer, type WorkRule } from '@totrinh/domain';
import { askDirectory, clearOutbox, loadCase, loadRoute, lockDossier, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Where a dossier stands after a move: codes only. */
export interface Moved {
  readonly version: number;
  readonly phase: Phase;
  readonly at: readonly string[];
  readonly way: readonly { readonly step: string; readonly round: number; readonly outcome: string | null }[];
  readonly opened: readonly string[];
  readonly ended: boolean;
}

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
    const answers = await askAll(tx, before, route, officeDay(now));
    const facts = rule(before, route, (path) => answers.get(path) ?? [], (step) => dueOf(step, now), desk.means);
    const { after } = record(tx, before, loaded, facts, { act: null, by: 'system', at: now });
    return { ok: true, value: told(after, route, facts) };
  });
}

function dueOf(step: WorkRule, now: Date): string | null {
  return step.due === undefined ? null : endOfPlainDays(now, step.due.days).toISOString();
}

async function askAll(tx: Tx, c: Case, route: Route, day: string): Promise<Map<string, SeatAnswer[]>> {
  const answers = new Map<string, SeatAnswer[]>();
  for (const path of pathsToResolve(c, route)) {
    const seats: SeatAnswer[] = [];
    for (const seat of seatsOf(c, stepRule(route, path) as WorkRule)) {
      seats.push({ candidates: await askDirectory(tx, seat.query, day), orElse: seat.orElse === null ? [] : await askDirectory(tx, seat.orElse, day) });
    }
    answers.set(path, seats);
  }
  return answers;
}

function told(c: Case, route: Route | null, facts: readonly Fact[]): Moved {
  return {
    version: c.seq,
    phase: route === null ? 'ket-thuc' : phaseOf(c, route),
    at: openSteps(c).map((s) => s.path),
    way: c.steps.filter((s) => s.state !== 'open').map((s) => ({ step: s.path, round: s.round, outcome: s.outcome })),
    opened: facts.flatMap((f) => (f.type === 'step.opened' ? [f.data.path] : [])),
    ended: c.status !== 'open',
  };
}
