import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { House } from '@totrinh/cli';
import type { Desk } from '@totrinh/casework';
import { lifecycleWorkflowId } from '@totrinh/messages';
import { tokensOf, withBenchHouse } from './bench-house.ts';
import { quantile, table } from './figures.ts';
import { ASKING, askedUnits, openDossier, publish, ROUNDS } from './large-seed.ts';
import { benchDesk } from './seed-dossiers.ts';

/**
 * Large dossiers: 300 units asked in one step, 50 rounds of return, 5,000 events on one chain; how long an act and the
 * dossier's page take, and what the workflow's history came to. Prints; asserts nothing.
 */
const UNITS = Number(process.env['BENCH_UNITS'] ?? 300);
const RETURNS = Number(process.env['BENCH_RETURNS'] ?? 50);
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 5_000);
const [HEAD, DEPUTY, DRAFTER, UNIT] = ['btctu-head', 'btctu-deputy', 'btctu-drafter', 'BTCTU'];

interface Task { readonly id: string; readonly path: string; readonly state: string }
interface Page { readonly version: number; readonly moving: boolean; readonly tasks: readonly Task[] }
type Row = readonly [string, string];

class Bench {
  readonly #house: House;
  readonly #tokens: ReadonlyMap<string, string>;

  constructor(house: House, tokens: ReadonlyMap<string, string>) {
    this.#house = house;
    this.#tokens = tokens;
  }

  async call<T>(person: string, path: string, body?: object): Promise<{ ms: number; answer: T }> {
    const begun = performance.now();
    const response = await fetch(`${this.#house.apiUrl}/api/v1${path}`, {
      method: body ? 'POST' : 'GET', ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { authorization: `Bearer ${this.#tokens.get(person) ?? ''}`, prefer: 'wait=10', 'if-match': '*', 'idempotency-key': randomUUID(), ...(body ? { 'content-type': 'application/json' } : {}) },
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return { ms: performance.now() - begun, answer };
  }

  /** The dossier's page once nothing moves, and what the last reading of it took. */
  async page(person: string, dossier: string): Promise<{ ms: number; page: Page }> {
    for (;;) {
      const { ms, answer } = await this.call<Page>(person, `/dossiers/${dossier}`);
      if (!answer.moving) return { ms, page: answer };
      await pause(20);
    }
  }

  async pages(dossier: string): Promise<string> {
    const ms: number[] = [];
    for (let i = 0; i < 20; i++) ms.push((await this.page(DRAFTER, dossier)).ms);
    return `${quantile(ms, 0.5).toFixed(0)} / ${quantile(ms, 0.95).toFixed(0)} ms`;
  }

  async decide(person: string, dossier: string, path: string, outcome: string): Promise<number> {
    const { page } = await this.page(DRAFTER, dossier);
    const task = page.tasks.find((t) => t.path === path && t.state === 'open');
    if (!task) throw new Error(`no task at ${path}`);
    return (await this.call(person, `/tasks/${task.id}/decision`, { outcome, reason: 'MẪU' })).ms;
  }
}

const said = (ms: readonly number[]): string => `${quantile(ms, 0.5).toFixed(0)} / ${quantile(ms, 0.99).toFixed(0)} ms`;

async function asking(bench: Bench, desk: Desk): Promise<Row[]> {
  const units = await askedUnits(desk, UNITS, HEAD);
  const dossier = await openDossier(desk, await publish(desk, ASKING), DRAFTER, UNIT, units);
  const begun = performance.now();
  let tasks: readonly Task[] = [];
  while (tasks.length < UNITS) tasks = (await bench.page(DRAFTER, dossier)).page.tasks;
  const opened = performance.now() - begun;
  const reading = await bench.pages(dossier);
  const ms: number[] = [];
  for (const task of tasks) ms.push((await bench.call(HEAD, `/tasks/${task.id}/decision`, { outcome: 'consent' })).ms);
  return [[`${UNITS} units: all tasks open after`, `${opened.toFixed(0)} ms`], [`${UNITS} units: page p50 / p95`, reading], [`${UNITS} units: an answer p50 / p99`, said(ms)], ['after all answers: page p50 / p95', await bench.pages(dossier)]];
}

async function rounds(bench: Bench, desk: Desk, house: House): Promise<Row[]> {
  const dossier = await openDossier(desk, await publish(desk, ROUNDS), DRAFTER, UNIT, []);
  const returned: number[] = [];
  const round = async (): Promise<void> => {
    await bench.decide(HEAD, dossier, 'sua', 'approved');
    returned.push(await bench.decide(DEPUTY, dossier, 'duyet', 'returned'));
  };
  for (let n = 0; n < RETURNS; n++) await round();
  const rows: Row[] = [[`${RETURNS} rounds: a return, moved, first ten p50 / p99`, said(returned.slice(0, 10))], [`${RETURNS} rounds: last ten`, said(returned.slice(-10))], [`${RETURNS} rounds: page p50 / p95`, await bench.pages(dossier)]];
  let version = (await bench.page(DRAFTER, dossier)).page.version;
  for (let n = 1; version < EVENTS; n++) {
    await round();
    version = (await bench.page(DRAFTER, dossier)).page.version;
    if (n % 50 === 0) process.stderr.write(`  … ${version} events\n`);
  }
  rows.push([`${version} events: a return, moved, last ten p50 / p99`, said(returned.slice(-10))], [`${version} events: page p50 / p95`, await bench.pages(dossier)]);
  return [...rows, ...(await history(house, dossier))];
}

async function history(house: House, dossier: string): Promise<Row[]> {
  const connection = await Connection.connect({ address: house.temporalAddress });
  try {
    const client = new Client({ connection, namespace: house.namespace });
    const now = await client.workflow.getHandle(lifecycleWorkflowId(dossier)).describe();
    const first = now.raw.workflowExecutionInfo?.firstRunId ?? now.runId;
    return [['workflow: events in this run', `${now.historyLength}`], ['workflow: bytes in this run', `${now.historySize ?? 'n/a'}`], ['continued as new', first === now.runId ? 'no' : 'yes']];
  } finally {
    await connection.close();
  }
}

await withBenchHouse(['temporal', 'provider', 'api', 'worker'], async (house) => {
  const desk = await benchDesk(house.dbUrl, 4);
  try {
    const bench = new Bench(house, await tokensOf(house.issuer, [HEAD, DEPUTY, DRAFTER]));
    const rows = [...(await asking(bench, desk)), ...(await rounds(bench, desk, house))];
    process.stdout.write(`${table([['large dossiers', 'figure'], ...rows.map((r) => [...r])])}\n`);
    process.stdout.write(`memory: ${Object.entries(house.rss()).map(([part, bytes]) => `${part} ${(bytes / 2 ** 20).toFixed(0)} MB`).join(', ')}\n`);
  } finally {
    await desk.source.destroy();
  }
});
