import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIdentity } from '@totrinh/embedded';
import { eventually } from '../house/eventually.ts';

const bootstrap = fileURLToPath(new URL('../../../bootstrap.mjs', import.meta.url));
const START_MS = 120_000;

interface Run {
  readonly child: ChildProcess;
  said(): string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

function totrinh(...args: string[]): Run {
  let text = '';
  const child = spawn(process.execPath, [bootstrap, ...args], { env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return { child, said: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

describe('totrinh start', () => {
  let above: string;
  let data: string;
  const runs: Run[] = [];
  const start = (...more: string[]): Run => {
    const run = totrinh('start', '--data', data, '--port', '0', ...more);
    runs.push(run);
    return run;
  };
  const ready = (run: Run): Promise<boolean> => eventually(`a house that is ready: ${run.said()}`, () => {
    if (run.child.exitCode !== null) throw new Error(run.said());
    return /Sẵn sàng sau/.test(run.said());
  }, { withinMs: START_MS });
  const secretsOf = (): string => readFileSync(join(data, 'secrets.json'), 'utf8');

  beforeAll(() => {
    above = mkdtempSync(join(tmpdir(), 'totrinh-start-'));
    data = join(above, 'data');
  });
  afterAll(async () => {
    for (const { child, ended } of runs) {
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(above, { recursive: true, force: true });
  });

  test('it says each part with its address and time, serves, and ends everything on Ctrl-C', async () => {
    const run = start();
    await ready(run);
    for (const part of ['PostgreSQL', 'Temporal', 'Đăng nhập', 'API', 'Worker']) expect(run.said()).toMatch(new RegExp(`✓ ${part} +\\S+.* \\d+\\.\\d s`));
    const { apiUrl, pids } = JSON.parse(readFileSync(join(data, 'house.json'), 'utf8')) as { apiUrl: string; pids: Record<string, number> };
    expect((await fetch(`${apiUrl}/api/v1/tasks`)).status).toBe(401);
    expect(Object.keys(pids).sort()).toEqual(['api', 'postgres', 'temporal', 'worker']);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(Object.values(pids).filter((pid) => processIdentity(pid) !== undefined)).toEqual([]);
    expect(existsSync(join(data, 'house.json'))).toBe(false);
  }, START_MS);

  test('killed and started again it finds its data; --fresh begins anew', async () => {
    const first = start();
    await ready(first);
    const before = secretsOf();
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    await ready(second);
    expect(secretsOf()).toBe(before);
    second.child.kill('SIGTERM');
    await second.ended;
    const third = start('--fresh');
    await ready(third);
    expect(secretsOf()).not.toBe(before);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  }, 3 * START_MS);

  test('a taken port is said in one sentence before anything is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const run = totrinh('start', '--data', join(above, 'other'), '--port', String(port));
    expect(await run.ended).toBe(1);
    other.close();
    expect(run.said()).toMatch(new RegExp(`^Cổng ${port} .* / port ${port} .*--port\\n$`));
    expect(existsSync(join(above, 'other', 'postgres'))).toBe(false);
  });

  test('--help names every command in both languages', async () => {
    const run = totrinh('--help');
    expect(await run.ended).toBe(0);
    expect(run.said()).toContain('chạy cả hệ thống trên máy này / run everything on this machine');
    for (const command of ['start', 'migrate', 'demo', 'test']) expect(run.said()).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
  });
});
