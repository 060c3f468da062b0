import type { House } from '@totrinh/cli';
import type { Desk } from '@totrinh/casework';
import { tokensOf, withBenchHouse } from './bench-house.ts';
import { quantile, table } from './figures.ts';
import { LoadConnection, runLoad, type LoadRequest } from './http-load.ts';
import { benchDesk, seedDossiers, type OpenTask } from './seed-dossiers.ts';

/**
 * From the click to the next person's queue: a decision is posted with `Prefer: wait`, and its answer comes when the workflow
 * has opened the next task. At 1 and at 20 a second, then as fast as it goes. Prints; asserts nothing.
 */
const ALONE = Number(process.env['BENCH_ALONE'] ?? 30);
const PACED = Number(process.env['BENCH_PACED'] ?? 300);
const MANY = Number(process.env['BENCH_MANY'] ?? 1_500);

interface Round { readonly name: string; readonly perSecond: number; readonly p50: number; readonly p99: number; readonly late: number }

const requestOf = (tokens: ReadonlyMap<string, string>, t: OpenTask): LoadRequest => ({ path: `/api/v1/tasks/${t.task}/decision`, token: tokens.get(t.person) ?? '', key: `bench-${t.task}`, body: '{"outcome":"approved"}', wait: '10' });

function roundOf(name: string, answers: readonly { status: number; ms: number; body: string }[], seconds: number): Round {
  const refused = answers.find((a) => a.status !== 200);
  if (refused) throw new Error(`a decision was answered ${refused.status}: ${refused.body.slice(0, 500)}`);
  const late = answers.filter((a) => (JSON.parse(a.body) as { moving: boolean }).moving).length;
  const ms = answers.map((a) => a.ms);
  return { name, perSecond: answers.length / seconds, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), late };
}

/** Sends one request each `everyMs`, whether or not the ones before were answered. */
async function paced(url: URL, everyMs: number, requests: readonly LoadRequest[]): Promise<{ answers: { status: number; ms: number; body: string }[]; seconds: number }> {
  const free: LoadConnection[] = [];
  const begun = performance.now();
  const answers = await Promise.all(requests.map(async (r, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * everyMs));
    const connection = free.pop() ?? (await LoadConnection.open(url));
    const answer = await connection.post(r);
    free.push(connection);
    return answer;
  }));
  for (const c of free) c.close();
  return { answers, seconds: (performance.now() - begun) / 1000 };
}

/** How many of the decided dossiers have a task open for the next person now. */
async function openForNext(desk: Desk, tasks: readonly OpenTask[]): Promise<number> {
  return desk.transact(async (tx) => (await tx.read<{ n: number }>(`select count(*)::int as n from totrinh.task where state = 'open' and dossier_id = any($1)`, [tasks.map((t) => t.dossier)]))[0]?.n ?? 0);
}

async function measure(house: House, desk: Desk): Promise<void> {
  const tasks = await seedDossiers(desk, ALONE + PACED + MANY + 40);
  const tokens = await tokensOf(house.issuer, tasks.map((t) => t.person));
  const url = new URL(house.apiUrl);
  const used = [...tasks];
  const take = (n: number): LoadRequest[] => tasks.splice(0, n).map((t) => requestOf(tokens, t));
  await runLoad(url, 4, take(40));
  const rounds: Round[] = [];
  const run = async (name: string, load: Promise<{ answers: { status: number; ms: number; body: string }[]; seconds: number }>): Promise<void> => {
    const { answers, seconds } = await load;
    rounds.push(roundOf(name, answers, seconds));
  };
  await run('1 a second', paced(url, 1_000, take(ALONE)));
  await run('20 a second', paced(url, 50, take(PACED)));
  await run('saturated, 32 at once', runLoad(url, 32, take(MANY)));
  process.stdout.write(`${table([['click → next queue', 'moves/s', 'p50 ms', 'p99 ms', 'not moved in 10 s'], ...rounds.map((r) => [r.name, r.perSecond.toFixed(1), r.p50.toFixed(1), r.p99.toFixed(1), String(r.late)])])}\n`);
  process.stdout.write(`dossiers ${used.length}, of them with a task open for the next person: ${await openForNext(desk, used)}\n`);
  process.stdout.write(`memory: ${Object.entries(house.rss()).map(([part, bytes]) => `${part} ${(bytes / 2 ** 20).toFixed(0)} MB`).join(', ')}\n`);
}

await withBenchHouse(['temporal', 'provider', 'api', 'worker'], async (house) => {
  const desk = await benchDesk(house.dbUrl, 8);
  try {
    await measure(house, desk);
  } finally {
    await desk.source.destroy();
  }
});
