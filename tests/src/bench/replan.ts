import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { House } from '@totrinh/cli';
import { changeCalendar, examineLedger, examineShare, staleLeft, type Desk } from '@totrinh/casework';
import { addWorkingDays, BASE_CALENDAR, officeDay } from '@totrinh/domain';
import { SWEEP_SCHEDULE_ID } from '@totrinh/messages';
import { calendarOfUnit } from '@totrinh/persistence';
import { DURABILITY, tokensOf, withBenchHouse } from './bench-house.ts';
import { quantile, seeded as randomOf, table } from './figures.ts';
import { LoadConnection } from './http-load.ts';
import { startCost } from './process-cost.ts';
import { benchDesk } from './seed-dossiers.ts';
import { seedOpenDossiers, type SeededDossier } from './seed-open-dossiers.ts';

/**
 * BENCH_DOSSIERS (100,000) open dossiers after a new holiday: how long the job takes to reckon all of them anew in a real house with Temporal and a worker, while people
 * go on acting in the same dossiers, BENCH_ACTS a second; then the doctor. Prints; exits with 1 where something is left, said twice or faulty.
 */
const DOSSIERS = Number(process.env['BENCH_DOSSIERS'] ?? 100_000);
const ACTS = Number(process.env['BENCH_ACTS'] ?? 5);
const QUIET_SECONDS = 10;
/** Of more dossiers than this the doctor sees a sample, unless BENCH_DOCTOR=all. */
const DOCTOR_LIMIT = process.env['BENCH_DOCTOR'] === 'all' ? Number.POSITIVE_INFINITY : 25_000;
const ADMINISTRATOR = 'vptu-admin';
const DAY = 86_400_000;

const routeOf = (id: string, step: string): string => `
route: ${id}
title: { vi: Quy trình đo tính lại hạn (MẪU), en: Re-plan route (sample) }
start: viec
steps:
  viec: ${step}
  xong: { kind: end, status: done }
`;
/** Of three dossiers two count working days, and so move; the third counts plain days and hardly does. */
const ROUTES = [
  routeOf('do-lich-soan', '{ kind: draft, who: { person: drafter }, due: { workingDays: 30 }, ladder: standard, next: { completed: xong } }'),
  routeOf('do-lich-duyet', '{ kind: review, who: { headOf: leadUnit }, due: { workingDays: 20 }, ladder: hanoi, next: { approved: xong, returned: xong } }'),
  routeOf('do-lich-ngay', '{ kind: draft, who: { person: drafter }, due: { days: 45 }, ladder: standard, next: { completed: xong } }'),
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** People who comment on dossiers at random, so many a second, until told to stop; answers how long each took, ms. */
function actors(url: URL, tokens: ReadonlyMap<string, string>, dossiers: readonly SeededDossier[]): { stop(): Promise<readonly number[]> } {
  const random = randomOf(1);
  const ending = new AbortController();
  const answers: Promise<number>[] = [];
  const free: LoadConnection[] = [];
  const act = async (): Promise<number> => {
    const target = dossiers[Math.floor(random() * dossiers.length)];
    if (!target) throw new Error('nothing was seeded');
    const connection = free.pop() ?? (await LoadConnection.open(url));
    const answer = await connection.post({ path: `/api/v1/dossiers/${target.dossier}/comments`, token: tokens.get(target.drafter) ?? '', key: randomUUID(), body: '{"text":"MẪU trao đổi"}', wait: '0' });
    free.push(connection);
    if (answer.status >= 300) throw new Error(`a comment was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    return answer.ms;
  };
  const done = (async () => {
    while (!ending.signal.aborted) {
      answers.push(act());
      await pause(1_000 / ACTS);
    }
  })();
  return {
    async stop() {
      ending.abort();
      await done;
      const ms = await Promise.all(answers);
      for (const c of free) c.close();
      return ms;
    },
  };
}

/** The dossiers have no workflows, and the sweep would start one for each in the middle of what is measured. */
async function pauseSweep(house: House): Promise<void> {
  const connection = await Connection.connect({ address: house.temporalAddress });
  try {
    await new Client({ connection, namespace: house.namespace }).schedule.getHandle(SWEEP_SCHEDULE_ID).pause('bench');
  } finally {
    await connection.close();
  }
}

async function newHoliday(desk: Desk): Promise<string> {
  const { day, base } = await desk.transact(async (tx) => {
    const calendar = await calendarOfUnit(tx, '');
    return { day: addWorkingDays(calendar, officeDay(desk.now()), 4), base: Number(calendar.key.split(':')[1]) };
  });
  const changed = await changeCalendar(desk, BASE_CALENDAR, { base, reason: 'MẪU ngày nghỉ mới', changes: [{ do: 'add', day, kind: 'off', reason: 'MẪU ngày nghỉ mới', source: '1/QĐ-MẪU' }] },
    { actor: ADMINISTRATOR, key: randomUUID(), request: 'bench', correlationId: randomUUID() });
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  return day;
}

const count = async (client: pg.Client, sql: string): Promise<number> => (await client.query<{ n: number }>(sql)).rows[0]?.n ?? -1;
const [MOVED, ASKED, DOUBLED] = [`select count(*)::int as n from totrinh.event where type = 'due.changed'`, `select count(*)::int as n from totrinh.event where type = 'proposal.made'`,
  `select count(*)::int as n from (select 1 from totrinh.event where type = 'due.changed' group by dossier_id having count(*) > 1) d`];

async function doctor(desk: Desk): Promise<number> {
  const began = performance.now();
  const examined = DOSSIERS > DOCTOR_LIMIT ? await sampled(desk) : await examineLedger(desk, 1);
  say(`doctor: ${examined.examined} of ${DOSSIERS} dossiers in ${((performance.now() - began) / 1000).toFixed(1)} s, faults ${examined.findings.length}${examined.findings.length > 0 ? ` (${[...new Set(examined.findings.map((f) => f.code))].join(', ')})` : ''}`);
  return examined.findings.length;
}

/** As many of the sweeps of an hour as make up the limit; each looks at a sixtieth of the open dossiers. */
async function sampled(desk: Desk): ReturnType<typeof examineLedger> {
  const shares = await Promise.all(Array.from({ length: Math.max(1, Math.floor((60 * DOCTOR_LIMIT) / DOSSIERS)) }, (_, sweep) => sweep).map((sweep) => examineShare(desk, 1, sweep)));
  const findings = new Map(shares.flatMap((s) => s.findings).map((f) => [JSON.stringify(f), f]));
  return { findings: [...findings.values()], examined: shares.reduce((n, s) => n + s.examined, 0) };
}

async function measure(house: House, desk: Desk, client: pg.Client): Promise<void> {
  for (const name of DURABILITY) say(`${name} ${String(Object.values((await client.query<Record<string, string>>(`show ${name}`)).rows[0] ?? {})[0])}`);
  const seeding = performance.now();
  const now = Date.now();
  const dossiers = await seedOpenDossiers(desk, { count: DOSSIERS, routes: ROUTES, openedAt: (n) => new Date(now - (n % 10) * DAY - (n % 3_600) * 1_000) });
  say(`seeded ${DOSSIERS} open dossiers on valid chains in ${((performance.now() - seeding) / 1000).toFixed(1)} s`);
  await client.query('vacuum analyze');
  await pauseSweep(house);
  const tokens = await tokensOf(house.issuer, dossiers.map((d) => d.drafter));
  const url = new URL(house.apiUrl);
  await actors(url, tokens, dossiers).stop();
  const quiet = actors(url, tokens, dossiers);
  await pause(QUIET_SECONDS * 1_000);
  const quietMs = await quiet.stop();

  const cost = startCost(() => house.parts().map((p) => ({ name: p.name, pid: p.pid(), rss: p.rss() })));
  const busy = actors(url, tokens, dossiers);
  const published = performance.now();
  const day = await newHoliday(desk);
  let begun = 0;
  let left = await staleLeft(desk);
  while (left > 0) {
    await pause(100);
    left = await staleLeft(desk);
    if (begun === 0 && left < DOSSIERS) begun = performance.now();
  }
  const ended = performance.now();
  const busyMs = await busy.stop();
  const [moved, asked] = [await count(client, MOVED), await count(client, ASKED)];
  const seconds = (ended - begun) / 1000;
  say(`new holiday ${day}: the job began ${((begun - published) / 1000).toFixed(1)} s after it was published and took ${seconds.toFixed(1)} s for ${DOSSIERS} dossiers, ${(DOSSIERS / seconds).toFixed(0)} a second`);
  say(`moved ${moved}, asked ${asked}, unchanged ${DOSSIERS - moved - asked}; left ${left}, said twice ${await count(client, DOUBLED)}`);
  say(table([['comments in the same dossiers', 'n', 'p50 ms', 'p99 ms', 'max ms'], ...([['quiet', quietMs], ['during the re-plan', busyMs]] as const).map(([name, ms]) => [name, String(ms.length), quantile(ms, 0.5).toFixed(1), quantile(ms, 0.99).toFixed(1), Math.max(...ms).toFixed(1)])]));
  say(cost());
  const faults = await doctor(desk);
  if (faults > 0 || (await count(client, DOUBLED)) > 0) process.exitCode = 1;
}

await withBenchHouse(['temporal', 'provider', 'api', 'worker'], async (house) => {
  const desk = await benchDesk(house.dbUrl, 8);
  const superUrl = new URL(house.dbSuperUrl ?? house.dbOwnerUrl);
  superUrl.pathname = new URL(house.dbUrl).pathname;
  const client = new pg.Client(superUrl.href);
  await client.connect();
  try {
    await measure(house, desk, client);
  } finally {
    await client.end();
    await desk.source.destroy();
  }
});
