import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '@totrinh/platform';
import { logEnd, logTail, spawnChild, type Child } from './child.ts';
import { memoryOf } from './memory.ts';
import type { Part } from './part.ts';
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
  /** What a restart changes, told from the READY line of the first start: a port that was chosen is kept. */
  readonly afterReady?: (ready: string) => Readonly<Record<string, string>>;
  /** How long to wait for READY, 60 s by default (the process itself gives up on absent services earlier). */
  readonly withinMs?: number;
};

/** A process of the house that runs from sources; `ready()` is what stood behind READY on its last start. */
export type RunningProcess = Part & { ready(): string };

async function readyLine(child: Child, name: string, logFile: string, from: number, withinMs: number): Promise<string> {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  let timer: NodeJS.Timeout | undefined;
  const fail = (vi: string, en: string): StartError => {
    const said = logTail(logFile, from).split('\n').at(-1) ?? '';
    return new StartError({ vi: `${name} ${vi}: ${said} (nhật ký: ${logFile})`, en: `${name} ${en} (log: ${logFile})` });
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
  const { name, entry, dataDir, record, withinMs = 60_000 } = options;
  const logFile = join(dataDir, 'logs', `${name}.log`);
  let env = options.env;
  let child: Child;
  let ready = '';

  async function launch(): Promise<void> {
    const from = logEnd(logFile);
    child = await spawnChild({
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
    } catch (error) {
      await child.end('SIGKILL');
      throw error;
    }
    env = { ...env, ...options.afterReady?.(ready) };
  }

  await launch();
  const live = (): Child => child;
  return {
    name,
    ready: () => ready,
    pid: () => (live().isAlive() ? live().pid : undefined),
    rss: () => (live().isAlive() ? memoryOf(live().pid) : undefined),
    kill: async () => void (await live().end('SIGKILL')),
    stop: async () => void (await live().end('SIGTERM')),
    async restart() {
      await live().end('SIGTERM');
      await launch();
    },
  };
}
