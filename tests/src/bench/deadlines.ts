import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { House } from '@totrinh/cli';
import { DURABILITY, withBenchHouse } from './bench-house.ts';
import { deadlineSeed } from './deadline-seed.ts';
import { table } from './figures.ts';
import { runFlowable } from './flowable-peer.ts';
import { LATENESS_HEAD, latenessRow, watchLateness, type Lateness } from './lateness.ts';
import { startCost, type Measured } from './process-cost.ts';
import { benchDesk } from './seed-dossiers.ts';

/**
 * BENCH_DOSSIERS (10,000) dossiers whose deadline falls at the same instant, in a real house with Temporal and a worker: how late what is due becomes
 * visible to others, whether anything is missed or said twice, and what it costs; once with the passing of the term alone, once with a reminder at the same
 * instant, which are two rungs and a notice each. Beside it Flowable's timers at the same number, on the same
 * PostgreSQL. Prints; the line `missed 0, doubled 0` must hold, or it exits with 1. BENCH_PEER=no leaves Flowable out.
 */
const DOSSIERS = Number(process.env['BENCH_DOSSIERS'] ?? 10_000);
const CALIBRATION = 200;

const MISSED = `select count(*)::int as n from totrinh.rung where due_at <= $1 and fired_at is null and void_at is null`;
const DOUBLED = `select count(*)::int as n from (select 1 from totrinh.event where type in ('rung.fired', 'deadline.passed') group by body::jsonb #>> '{data,rung}', body::jsonb #>> '{data,name}', body::jsonb #>> '{data,n}' having count(*) > 1) d`;
const SILENT = `select count(*)::int as n from totrinh.rung r where r.due_at <= $1 and r.fired_at is not null and not exists (select 1 from totrinh.event e where e.dossier_id = r.dossier_id and e.type in ('rung.fired', 'deadline.passed') and e.body::jsonb #>> '{data,rung}' = r.id::text)`;

const count = async (client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<number> => (await client.query<{ n: number }>(sql, [...values])).rows[0]?.n ?? -1;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function processesOf(house: House): Measured[] {
  return house.parts().map((p) => ({ name: p.name, pid: p.pid(), rss: p.rss() }));
}

/** Seeds so many that all are open some seconds before they are due; answers that instant. */
async function seed(house: House, reminders: boolean): Promise<Date> {
  const desk = await benchDesk(house.dbUrl, 8);
  try {
    const seeding = await deadlineSeed(desk, reminders);
    const began = performance.now();
    await seeding.open(CALIBRATION, new Date(Date.now() + 3 * 86_400_000));
    const eachMs = (performance.now() - began) / CALIBRATION;
    const dueAt = new Date(Date.now() + Math.ceil(DOSSIERS * eachMs * 1.5) + 20_000);
    process.stderr.write(`seeding ${DOSSIERS} dossiers, due at ${dueAt.toISOString()}\n`);
    await seeding.open(DOSSIERS, dueAt);
    if (Date.now() > dueAt.getTime() - 2_000) throw new Error('the machine became too slow while it seeded: run it again');
    return dueAt;
  } finally {
    await desk.source.destroy();
  }
}

async function ours(house: House, client: pg.Client, reminders: boolean): Promise<Lateness> {
  const dueAt = await seed(house, reminders);
  await client.query('vacuum analyze');
  const total = await count(client, 'select count(*)::int as n from totrinh.rung where due_at = $1', [dueAt]);
  // What it costs to wait is not what it costs to fire.
  await pause(Math.max(0, dueAt.getTime() - Date.now() - 500));
  const cost = startCost(() => processesOf(house));
  const lateness = await watchLateness(dueAt.getTime(), total, async () => total - (await count(client, 'select count(*)::int as n from totrinh.rung where fired_at is null and void_at is null and due_at = $1', [dueAt])));
  say(`${DOSSIERS} dossiers, ${total} rungs due at ${dueAt.toISOString()}: of each the passing of its term${reminders ? ' and a reminder with its notice' : ''}, each an event on its chain`);
  say(table([[...LATENESS_HEAD], latenessRow(reminders ? 'with reminders' : 'this engine', lateness)]));
  say(cost());
  const [missed, silent, doubled] = [await count(client, MISSED, [dueAt]), await count(client, SILENT, [dueAt]), await count(client, DOUBLED)];
  say(`missed:  ${MISSED}\n         ${SILENT}\ndoubled: ${DOUBLED}`);
  say(`missed ${missed + silent}, doubled ${doubled}`);
  if (missed + silent + doubled > 0) process.exitCode = 1;
  return lateness;
}

await withBenchHouse(['temporal', 'provider', 'worker'], async (house) => {
  if (house.dbSuperUrl === undefined) throw new Error('this bench needs a PostgreSQL of its own');
  const url = new URL(house.dbSuperUrl);
  url.pathname = new URL(house.dbUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const name of DURABILITY) say(`${name} ${String(Object.values((await client.query<Record<string, string>>(`show ${name}`)).rows[0] ?? {})[0])}`);
    const lateness = await ours(house, client, false);
    const reminded = await ours(house, client, true);
    if (process.env['BENCH_PEER'] === 'no') return;
    // The same PostgreSQL, and nothing else beside it.
    await house.part('worker').kill();
    await house.part('temporal').kill();
    const peer = await runFlowable(join(house.dataDir, 'flowable'), house.dbSuperUrl, DOSSIERS, house.part('postgres').pid());
    if (!peer.ok) { say(peer.why); return; }
    say(table([[...LATENESS_HEAD], latenessRow('this engine', lateness), latenessRow('with reminders', reminded), latenessRow('Flowable 7.2', peer.lateness)]));
    say(peer.cost);
  } finally {
    await client.end();
  }
});
