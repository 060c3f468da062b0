import pg from 'pg';
import type { House } from '@totrinh/cli';
import type { Desk } from '@totrinh/casework';
import { DURABILITY, tokensOf, withBenchHouse } from './bench-house.ts';
import { quantile, seeded, shuffled, table } from './figures.ts';
import { runLoad, type LoadRequest } from './http-load.ts';
import { captureDecision, hasPgbench, pgbenchScript, runPgbench, type PgbenchResult } from './pgbench.ts';
import { benchDesk, seedDossiers, type OpenTask } from './seed-dossiers.ts';

/**
 * Decisions per second through HTTP at 1 and at 16 at once, and pgbench with the same statements on the same Postgres,
 * both twice and in turn. Prints; asserts nothing. Last line: `ratio to pgbench: 0.xx`, or exit 2 without pgbench.
 */
interface HttpRound { readonly atOnce: number; readonly perSecond: number; readonly p50: number; readonly p99: number }

const size = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const SEED = size('BENCH_SEED', 1);
const ALONE = size('BENCH_ALONE', 1_000);
const MANY = size('BENCH_MANY', 8_000);
const WARM = size('BENCH_WARM', 1_500);

async function httpRound(house: House, tokens: ReadonlyMap<string, string>, atOnce: number, tasks: readonly OpenTask[]): Promise<HttpRound> {
  const requests = tasks.map((t): LoadRequest => ({ path: `/api/v1/tasks/${t.task}/decision`, token: tokens.get(t.person) ?? '', key: `bench-${t.task}`, body: '{"outcome":"approved"}', wait: '0' }));
  const { answers, seconds } = await runLoad(new URL(house.apiUrl), atOnce, requests);
  const refused = answers.find((a) => a.status !== 200);
  if (refused) throw new Error(`a decision was answered ${refused.status}: ${refused.body.slice(0, 500)}`);
  const ms = answers.map((a) => a.ms);
  return { atOnce, perSecond: answers.length / seconds, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
}

async function fillPgbenchTable(client: pg.Client, tasks: readonly OpenTask[]): Promise<void> {
  await client.query('create table bench_task (n int primary key, dossier uuid, task uuid, step uuid, person text, appointment uuid)');
  await client.query(
    `insert into bench_task select o.n, t.dossier_id, t.id, t.step_id, c.person_id, c.appointment_id from unnest($1::uuid[]) with ordinality as o(task, n)
     join totrinh.task t on t.id = o.task join totrinh.task_candidate c on c.task_id = t.id`, [tasks.map((t) => t.task)]);
  await client.query('grant select on bench_task to totrinh_app');
  await client.query('vacuum analyze');
}

async function capture(desk: Desk, client: pg.Client, task: OpenTask, share: number): Promise<string> {
  const { rows } = await client.query<{ step: string; appointment: string }>('select t.step_id as step, c.appointment_id as appointment from totrinh.task t join totrinh.task_candidate c on c.task_id = t.id where t.id = $1', [task.task]);
  const place = rows[0];
  if (!place) throw new Error('the captured task has no candidate');
  return pgbenchScript(await captureDecision(desk, task), { ...task, ...place }, share);
}

function print(http: readonly HttpRound[], pgbench: readonly PgbenchResult[]): void {
  const one = (n: number): string => n.toFixed(1);
  const rows = [['', 'at once', 'per second', 'p50 ms', 'p99 ms'], ...http.map((r) => ['decisions through HTTP', String(r.atOnce), r.perSecond.toFixed(0), one(r.p50), one(r.p99)]), ...pgbench.map((r) => ['pgbench, same statements', '16', r.perSecond.toFixed(0), `${one(r.averageMs)} (mean)`, ''])];
  process.stdout.write(`${table(rows)}\n`);
}

/** The superuser in the product's database; with a database of one's own, the schema's owner. */
function superUrlOf(house: House): string {
  if (house.dbSuperUrl === undefined) return house.dbOwnerUrl;
  const url = new URL(house.dbSuperUrl);
  url.pathname = new URL(house.dbUrl).pathname;
  return url.href;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

async function measure(house: House, desk: Desk, client: pg.Client): Promise<void> {
  for (const name of DURABILITY) process.stdout.write(`${name} ${String(Object.values((await client.query<Record<string, string>>(`show ${name}`)).rows[0] ?? {})[0])}\n`);
  const share = Math.ceil(MANY / 16);
  const total = WARM + 2 * (ALONE + MANY) + 2 * share * 16 + 1 + 1_600;
  process.stderr.write(`seeding ${total} dossiers (seed ${SEED})\n`);
  const tasks = shuffled(await seedDossiers(desk, total), seeded(SEED));
  const take = (n: number): OpenTask[] => tasks.splice(0, n);
  const tokens = await tokensOf(house.issuer, tasks.map((t) => t.person));
  const captured = take(1)[0];
  if (!captured) throw new Error('nothing was seeded');
  const forPgbench = take(2 * share * 16 + 1_600);
  await client.query('set search_path = public');
  await fillPgbenchTable(client, forPgbench);
  const script = await capture(desk, client, captured, 2 * share + 100);
  await httpRound(house, tokens, 16, take(WARM));

  const http: HttpRound[] = [];
  const pgbench: PgbenchResult[] = [];
  const canCompare = hasPgbench();
  if (canCompare) await runPgbench(house.dbUrl, script, 16, 100, 0);
  for (const round of [0, 1]) {
    http.push(await httpRound(house, tokens, 1, take(ALONE)), await httpRound(house, tokens, 16, take(MANY)));
    if (canCompare) pgbench.push(await runPgbench(house.dbUrl, script, 16, share, 100 + round * share));
  }
  const decided = await client.query<{ n: number }>('select count(*)::int as n from totrinh.decision');
  print(http, pgbench);
  process.stdout.write(`decisions in the record: ${decided.rows[0]?.n}\n`);
  process.stdout.write(`memory: ${Object.entries(house.rss()).map(([part, bytes]) => `${part} ${(bytes / 2 ** 20).toFixed(0)} MB`).join(', ')}\n`);
  if (!canCompare) {
    process.stdout.write('ratio to pgbench: n/a (pgbench is not on the PATH; install postgresql-contrib)\n');
    process.exitCode = 2;
    return;
  }
  const ratio = mean(http.filter((r) => r.atOnce === 16).map((r) => r.perSecond)) / mean(pgbench.map((r) => r.perSecond));
  process.stdout.write(`ratio to pgbench: ${ratio.toFixed(2)}\n`);
}

await withBenchHouse(['provider', 'api'], async (house) => {
  const desk = await benchDesk(house.dbUrl, 8);
  const client = new pg.Client(superUrlOf(house));
  await client.connect();
  try {
    await measure(house, desk, client);
  } finally {
    await client.end();
    await desk.source.destroy();
  }
});
