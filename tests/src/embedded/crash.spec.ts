import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { processIdentity, RunRecord, startPostgres } from '@totrinh/embedded';
import { eventually } from '../house/eventually.ts';

const script = fileURLToPath(new URL('./crashing-runner.ts', import.meta.url));

/** Starts a runner in a process of its own; answers the numbers of the processes that it started. */
async function runner(dataDir: string, path = process.env['PATH']): Promise<{ child: ChildProcess; pids: number[] }> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', script, dataDir], { env: { ...process.env, NODE_OPTIONS: '', PATH: path }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, pids: line.split(' ').slice(1).map(Number) };
}

describe('a runner that was killed', () => {
  let above: string;
  let dataDir: string;
  beforeEach(() => {
    above = mkdtempSync(join(tmpdir(), 'totrinh-crash-'));
    dataDir = join(above, 'data');
  });
  afterEach(() => rmSync(above, { recursive: true, force: true }));

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  test('takes its processes with it', async () => {
    const { child, pids } = await runner(dataDir);
    await kill(child);
    await eventually('no process of the house lives', () => pids.every((pid) => processIdentity(pid) === undefined));
  });

  test('does not block the next start, also where the kernel ends nothing by itself', async () => {
    // Without setpriv on PATH no process gets a death signal: PostgreSQL outlives its runner.
    const path = join(above, 'bin');
    mkdirSync(path);
    for (const program of ['unshare', 'true']) if (existsSync(`/usr/bin/${program}`)) symlinkSync(`/usr/bin/${program}`, join(path, program));
    const { child, pids } = await runner(dataDir, path);
    await kill(child);
    expect(processIdentity(pids[0]!)).toBeDefined();
    const heard: string[] = [];
    const record = await RunRecord.claim(dataDir, (name) => heard.push(name));
    expect(heard).toContain('postgres');
    const postgres = await startPostgres({ dataDir, record });
    await postgres.stop();
    record.release();
  });

  test('while it lives, a second runner on the same data is refused in one sentence', async () => {
    const { child } = await runner(dataDir);
    await expect(RunRecord.claim(dataDir)).rejects.toThrow(new RegExp(`^Thư mục dữ liệu .+tiến trình ${child.pid}.+ / the data folder .+ is in use`));
    await kill(child);
  });

  test('a recorded number that another program has by now is left alone', async () => {
    const record = await RunRecord.claim(dataDir);
    record.add('postgres', process.pid);
    const file = join(dataDir, 'run.json');
    const written = readFileSync(file, 'utf8');
    record.release();
    // As after a restart of the machine: the same numbers, other beginnings.
    writeFileSync(file, written.replaceAll(processIdentity(process.pid)!, 'another boot 1'));
    const heard: string[] = [];
    (await RunRecord.claim(dataDir, (name) => heard.push(name))).release();
    expect(heard).toEqual([]);
  });
});
