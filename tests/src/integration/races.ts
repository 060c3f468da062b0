import { advance } from '@totrinh/casework';
import { createDataSource } from '@totrinh/persistence';
import type { Case } from '@totrinh/domain';
import { faultsOf } from '../house/ledger-checks.ts';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, type LedgerHouse } from '../house/ledger-house.ts';
import { onSource, type SourcedDesk } from '../house/sourced-desk.ts';
import type { Gate } from './gates.ts';
import { explore, play, type Operation } from './schedule.ts';

/** A dossier brought to where the race begins, and what happens to it at the same time. */
export interface Race {
  readonly dossier: LedgerDossier;
  readonly operations: Readonly<Record<string, (d: LedgerDossier) => Promise<string>>>;
}

/** The workflow's move as an operation of a race. */
export const moves = async (d: LedgerDossier): Promise<string> => codeOf(await advance(d.desk, d.id)) ?? 'ok';

/** Connections that wait longer for a lock than a person would, since a schedule holds them up on purpose. */
export async function patientDesk(house: LedgerHouse): Promise<SourcedDesk> {
  const source = createDataSource(house.postgres.appUrl);
  source.setOptions({ extra: { options: '-c lock_timeout=30000 -c timezone=UTC' } });
  return onSource(house.desk, await source.initialize());
}

/**
 * Plays the race in every order of its lock points. After each: no fault in tables and chain, the answers and the state are those of
 * some order one after another, and moving on until nothing is called for leaves a dossier that somebody can act in or that has
 * ended. Answers how many schedules there were, and every result that occurred.
 */
export async function runRace(house: LedgerHouse, desk: SourcedDesk, prepare: () => Promise<Race>, gates: readonly Gate[] = ['lock', 'commit']): Promise<{ schedules: number; results: string[] }> {
  const serial = await serialResults(prepare);
  const results = new Set<string>();
  const schedules = await explore(async (prefix) => {
    const { dossier, operations } = await prepare();
    const list = Object.values(operations).map((run): Operation => (gated) => run(dossier.atDesk(gated)));
    const played = await play(desk, house.superuser, list, new Set(gates), prefix);
    const result = resultOf(played.answers, (await dossier.load()).case, await isCalled(dossier));
    const faults = await faultsOf(house, dossier.id);
    if (faults.length > 0 || !serial.has(result)) throw new Error(`schedule ${played.trace.join(' ')}\n${faults.join('\n')}\n${result}\nis none of ${serial.size} serial results`);
    await settle(dossier);
    results.add(played.answers.join(' '));
    return played;
  });
  return { schedules, results: [...results].sort() };
}

async function settle(dossier: LedgerDossier): Promise<void> {
  for (let moved = 0; await isCalled(dossier); moved += 1) {
    if (moved > 3) throw new Error('is called for without end');
    await dossier.move();
  }
  const faults = await faultsOf(dossier.house, dossier.id);
  const { case: c } = await dossier.load();
  if (c.status === 'open' && !c.tasks.some((t) => t.state === 'open' && t.assignees.length > 0)) faults.push('nobody can do anything');
  if (faults.length > 0) throw new Error(`after the moves: ${faults.join('\n')}`);
}

async function isCalled(dossier: LedgerDossier): Promise<boolean> {
  return (await dossier.house.look('select 1 from totrinh.outbox where dossier_id = $1', [dossier.id])).length > 0;
}

async function serialResults(prepare: () => Promise<Race>): Promise<Set<string>> {
  const results = new Set<string>();
  const { operations: known } = await prepare();
  for (const order of permutations(Object.keys(known))) {
    const { dossier, operations } = await prepare();
    const answers = new Map<string, string>();
    for (const name of order) answers.set(name, (await operations[name]?.(dossier)) ?? '');
    results.add(resultOf(Object.keys(known).map((name) => answers.get(name) ?? ''), (await dossier.load()).case, await isCalled(dossier)));
  }
  return results;
}

/** What an order led to, without ids and places on the chain. */
function resultOf(answers: readonly string[], c: Case, called: boolean): string {
  const pathOf = (step: string): string => c.steps.find((s) => s.id === step)?.path ?? '';
  const steps = c.steps.map((s) => [s.path, s.round, s.state, s.outcome]);
  const tasks = c.tasks.map((t) => [pathOf(t.step), t.unit, t.state, t.holder, t.seen]);
  const decisions = c.decisions.map((d) => [pathOf(d.step), d.outcome, d.actor]).sort();
  return JSON.stringify({ answers, status: c.status, round: c.round, state: c.programmeState, number: c.number !== null, pending: c.pending.map((p) => p.path), submitted: c.submission !== null, steps, tasks, decisions, called });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}
