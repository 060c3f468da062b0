import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '@totrinh/platform';
import { lastWords, logEnd, spawnChild, type Child } from './child.ts';
import { startPart, type Part } from './part.ts';
import type { RunRecord } from './run-record.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const WATCHER = new URL('./end-with-runner.ts', import.meta.url).href;

export type ProcessOptions = {
  /** The part's name, also that of its log file `logs/NAME.log`. */
  readonly name: string;
  /** The entry point, from the root of the repository, such as `apps/api/src/main.ts`. */
  readonly entry: string;
  readonly dataDir: string;
  readonly record: RunRecord;
  /** Settings of the process; they come on top of the runner's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** How long to wait for READY, 60 s by default (the process itself gives up on absent services earlier). */
  readonly withinMs?: number;
};

/** A process of the house that runs from sources; `ready()` is what stood behind READY on its last start. */
export type RunningProcess = Part & { ready(): string };

async function readyLine(child: Child, name: string, logFile: string, from: number, withinMs: number): Promise<string> {
  if (!child.stdout) throw new StartError({ vi: `${name} không có đầu ra`, en: `${name} has no output` });
  const lines = createInterface({ input: child.stdout });
  let timer: NodeJS.Timeout | undefined;
  const fail = (vi: string, en: string): StartError => {
    const said = lastWords(logFile, from);
    return new StartError({ vi: `${name} ${vi}: ${said} (nhật ký: ${logFile})`, en: `${name} ${en}: ${said} (log: ${logFile})` });
  };
  try {
    return await Promise.race([
      new Promise<string>((resolve) => lines.on('line', (line) => (line.startsWith('READY ') ? resolve(line.slice(6)) : undefined))),
      child.exited.then(({ code, signal }) => Promise.reject(fail(`đã dừng khi khởi động (${code ?? signal})`, `ended while starting (${code ?? signal})`))),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(fail('khởi động quá lâu', 'takes too long to start')), withinMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts a process from its TypeScript sources and waits for its one line `READY …`. Its log is `dataDir/logs/NAME.log`.
 * Throws StartError with the last line of the log when it ends or stays silent instead.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { name, entry, dataDir, record, env, withinMs = 60_000 } = options;
  const logFile = join(dataDir, 'logs', `${name}.log`);
  let ready = '';

  async function launch(): Promise<Child> {
    const from = logEnd(logFile);
    const child = await spawnChild({
      name,
      logFile,
      record,
      cwd: ROOT,
      readStdout: true,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      command: [process.execPath, '--import', '@swc-node/register/esm-register', '--import', WATCHER, join(ROOT, entry)],
    });
    try {
      ready = await readyLine(child, name, logFile, from, withinMs);
      return child;
    } catch (error) {
      await child.end('SIGKILL');
      throw error;
    }
  }

  const part = await startPart({ name, launch, stopSignal: 'SIGTERM' });
  return { ...part, ready: () => ready };
}
