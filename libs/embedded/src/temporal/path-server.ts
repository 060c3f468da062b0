import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@totrinh/platform';
import { lastWords, logEnd, spawnChild, type Child } from '../processes/child.ts';
import { withDeathSignal } from '../processes/death-signal.ts';
import { startPart } from '../processes/part.ts';
import { freePort } from '../processes/ports.ts';
import type { RunRecord } from '../processes/run-record.ts';
import { ensureNamespace } from './namespace.ts';
import type { RunningTemporal } from './running-temporal.ts';

export type PathOptions = { readonly dataDir: string; readonly record: RunRecord; readonly namespace: string; readonly program: string };

/** Runs the `temporal` command that is installed on this machine, its small server keeping everything in one SQLite file. */
export async function startPathServer({ dataDir, record, namespace, program }: PathOptions): Promise<RunningTemporal> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const file = join(dataDir, 'temporal.db');
  const logFile = join(dataDir, 'logs', 'temporal.log');
  mkdirSync(dataDir, { recursive: true });

  async function launch(): Promise<Child> {
    const from = logEnd(logFile);
    const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless', '--db-filename', file, '--log-level', 'warn'];
    const child = await spawnChild({ name: 'temporal', logFile, record, command: withDeathSignal([program, ...args], 'TERM') });
    const gone = new AbortController();
    void child.exited.then(() => gone.abort());
    try {
      await ensureNamespace(address, namespace, 30_000, gone.signal);
      return child;
    } catch (error) {
      await child.end('SIGKILL');
      const said = lastWords(logFile, from);
      throw new StartError({ vi: `${program} không khởi động được (${said})`, en: `${program} cannot start (${said})` }, { cause: error });
    }
  }

  const part = await startPart({ name: 'temporal', launch, stopSignal: 'SIGTERM' });
  const note = { vi: `lệnh temporal có sẵn trên máy, lưu trong ${file}`, en: `the temporal command of this machine, persisting in ${file}` };
  return { ...part, address, namespace, way: 'path', note };
}
