import type { Client as PgClient } from 'pg';
import type { Desk } from '@totrinh/casework';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { gatedDesk, type Gate } from './gates.ts';

/** Something that happens at the same time as others; answers a word for how it went (`ok`, an error code). */
export type Operation = (desk: Desk) => Promise<string>;

/** What a schedule chose at each point where it had a choice, how many ways there were, and how each operation ended. */
export interface Played { readonly choices: readonly number[]; readonly ways: readonly number[]; readonly answers: readonly string[]; readonly trace: readonly string[] }

interface Actor { pid: number; state: 'running' | 'waiting' | 'done'; gate: Gate | null; go: () => void; answer: string }

/**
 * Runs operations under one schedule: each stops at its gates, and only one at a time is let on. An operation that PostgreSQL
 * keeps waiting for a lock of another is passed over until that one has committed. `prefix` says which of those that stand at
 * a gate goes first, at each point in turn; behind it always the first one. `interruptions`: how often one that could go on may be
 * left for another, where playing all orders would take too long; most faults of concurrency need one or two.
 */
export async function play(desk: SourcedDesk, monitor: PgClient, operations: readonly Operation[], gates: ReadonlySet<Gate>, prefix: readonly number[], interruptions = Number.POSITIVE_INFINITY): Promise<Played> {
  const actors = operations.map((): Actor => ({ pid: 0, state: 'running', gate: null, go: () => undefined, answer: '' }));
  const ended = Promise.all(operations.map(async (operation, i) => start(actors[i] as Actor, operation, desk, gates)));
  const choices: number[] = [];
  const ways: number[] = [];
  const trace: string[] = [];
  let last: Actor | undefined;
  let left = interruptions;
  for (;;) {
    await quiet(actors, monitor);
    const going = last?.state === 'waiting' ? [last] : [];
    const waiting = going.length > 0 && left === 0 ? going : [...going, ...actors.filter((a) => a.state === 'waiting' && a !== last)];
    if (waiting.length === 0) break;
    const choice = prefix[choices.length] ?? 0;
    const chosen = waiting[choice];
    if (!chosen) throw new Error(`schedule ${prefix.join(',')} is not repeatable: ${waiting.length} at a gate`);
    choices.push(choice);
    ways.push(waiting.length);
    trace.push(`${actors.indexOf(chosen)}:${chosen.gate}`);
    if (going.length > 0 && chosen !== last) left -= 1;
    last = chosen;
    chosen.state = 'running';
    chosen.go();
  }
  await ended;
  return { choices, ways, answers: actors.map((a) => a.answer), trace };
}

async function start(actor: Actor, operation: Operation, desk: SourcedDesk, gates: ReadonlySet<Gate>): Promise<void> {
  const keeper = (gate: Gate): Promise<void> => new Promise((resolve) => {
    Object.assign(actor, { gate, state: 'waiting', go: resolve });
  });
  try {
    actor.answer = await operation(gatedDesk(desk, gates, keeper, (pid) => { actor.pid = pid; }));
  } catch (fault) {
    actor.answer = `threw ${fault instanceof Error ? `${(fault as { code?: string }).code ?? ''} ${fault.message}` : String(fault)}`;
  }
  actor.state = 'done';
}

/** Waits until nobody moves by itself: each is done, stands at a gate, or waits in PostgreSQL for one who does. */
async function quiet(actors: readonly Actor[], monitor: PgClient): Promise<void> {
  for (;;) {
    const running = actors.filter((a) => a.state === 'running');
    if (running.length === 0) return;
    const pids = running.map((a) => a.pid).filter((pid) => pid > 0);
    const { rows } = await monitor.query<{ pid: number; by: number[] }>('select pid, pg_blocking_pids(pid) as by from unnest($1::int[]) as pid', [pids]);
    const still = actors.filter((a) => a.state === 'running');
    const held = new Map(rows.filter((r) => r.by.length > 0).map((r) => [r.pid, r.by]));
    const standing = new Set(actors.filter((a) => a.state === 'waiting').map((a) => a.pid));
    const stuck = still.every((a) => held.get(a.pid)?.every((by) => standing.has(by) || held.has(by)));
    if (stuck && standing.size > 0) return;
  }
}

/** Plays every schedule once, depth first; `once` prepares, plays what it is given and judges. Answers how many there were. */
export async function explore(once: (prefix: readonly number[]) => Promise<Played>): Promise<number> {
  let prefix: number[] | null = [];
  let played = 0;
  while (prefix !== null) {
    const { choices, ways } = await once(prefix);
    played += 1;
    let last = choices.length - 1;
    while (last >= 0 && (choices[last] ?? 0) + 1 >= (ways[last] ?? 0)) last -= 1;
    prefix = last < 0 ? null : [...choices.slice(0, last), (choices[last] ?? 0) + 1];
  }
  return played;
}
