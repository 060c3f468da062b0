import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { memoryOf } from '../../../libs/embedded/src/processes/memory.ts';
import { watchLateness, type Lateness } from './lateness.ts';
import { startCost } from './process-cost.ts';

const SOURCE = fileURLToPath(new URL('../../peers/flowable', import.meta.url));
const DATABASE = 'flowable_peer';

/** What the other engine did with as many deadlines, and what it cost; or the sentence why it could not be asked. */
export type PeerRun = { readonly ok: true; readonly lateness: Lateness; readonly seedSeconds: number; readonly cost: string } | { readonly ok: false; readonly why: string };

/** Whether Java and Maven are here; else the sentence that says what is missing. */
export function missingForPeer(): string | null {
  const missing = [['java', '-version'], ['mvn', '-version']].filter(([program, ...args]) => spawnSync(program ?? '', args).status !== 0).map(([program]) => program);
  return missing.length === 0 ? null : `Flowable is not measured: ${missing.join(' and ')} not on the PATH (install a JDK 17 and Maven)`;
}

/** Builds Flowable in a folder and lets it fire `n` timers of one instant on a database of its own in this PostgreSQL. */
export async function runFlowable(folder: string, superUrl: string, n: number, postgresPid: number | undefined): Promise<PeerRun> {
  const missing = missingForPeer();
  if (missing !== null) return { ok: false, why: missing };
  cpSync(SOURCE, folder, { recursive: true });
  const built = spawnSync('mvn', ['-q', '-B', 'package'], { cwd: folder, encoding: 'utf8' });
  const jar = join(folder, 'target', 'flowable-peer-1.jar');
  if (built.status !== 0 || !existsSync(jar)) return { ok: false, why: `Flowable is not measured: Maven could not build it: ${`${built.stdout}${built.stderr}`.trim().split('\n')[0] ?? ''}` };
  const url = await freshDatabase(superUrl);
  const child = spawn('java', ['-Xmx1g', `-Dn=${n}`, `-Din=${20 + Math.ceil(n / 100)}`, '-jar', jar], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PEER_JDBC_URL: `jdbc:postgresql://${url.host}/${DATABASE}`, PEER_DB_USER: decodeURIComponent(url.username), PEER_DB_PASSWORD: decodeURIComponent(url.password) },
  });
  try {
    return await measure(child, url, n, postgresPid);
  } finally {
    child.kill('SIGKILL');
  }
}

async function measure(child: ChildProcess, url: URL, n: number, postgresPid: number | undefined): Promise<PeerRun> {
  const seeded = await seededBy(child);
  if (seeded === null) return { ok: false, why: 'Flowable is not measured: it ended before its dossiers were started' };
  const [dueAt, lastStart] = seeded;
  if (lastStart >= dueAt) return { ok: false, why: `Flowable is not measured: its ${n} dossiers were started ${((lastStart - dueAt) / 1000).toFixed(0)} s after they were due` };
  await pause(Math.max(0, dueAt - Date.now() - 500));
  const cost = startCost(() => [{ name: 'flowable', pid: child.pid, rss: memoryOf(child.pid ?? 0) }, { name: 'postgres', pid: postgresPid, rss: memoryOf(postgresPid ?? 0) }]);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const fired = async (): Promise<number> => (await client.query<{ n: number }>(`select count(*)::int as n from act_ru_task where task_def_key_ = 'press'`)).rows[0]?.n ?? 0;
    const lateness = await watchLateness(dueAt, n, fired);
    return { ok: true, lateness, seedSeconds: (dueAt - lastStart) / 1000, cost: cost() };
  } finally {
    await client.end();
  }
}

/** The due instant and the instant of the last start, once it has said so; null where it ended before. */
function seededBy(child: ChildProcess): Promise<readonly [number, number] | null> {
  return new Promise((resolve) => {
    if (!child.stdout) throw new Error('the peer says nothing');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^SEEDED (\d+) (\d+)$/.exec(line);
      if (found) resolve([Number(found[1]), Number(found[2])]);
    });
    child.once('exit', () => resolve(null));
    child.once('error', () => resolve(null));
  });
}

async function freshDatabase(superUrl: string): Promise<URL> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${DATABASE} with (force)`);
    await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  const url = new URL(superUrl);
  url.pathname = `/${DATABASE}`;
  return url;
}
