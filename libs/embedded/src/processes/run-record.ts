import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, StartError } from '@totrinh/platform';
import { makePrivateFolder } from '../private-folder.ts';
import { identityOf, isSame } from './identity.ts';

type Entry = { readonly name: string; readonly pid: number; readonly identity: string };
type Recorded = { readonly runner: Entry; readonly parts: readonly Entry[]; readonly isStopping: boolean };

const PATIENCE_MS = 10_000;
// How long a new runner waits for one that still lives: long enough to notice that its npm is gone, and to stop in good order.
const LIVING_MS = 2_500;
const STOPPING_MS = 30_000;

// PostgreSQL is asked, by the signal that ends its clients' sessions too. The others have everything in PostgreSQL: without it they
// would wait in vain, and lose nothing when they are killed.
const LAST_SIGNAL: Readonly<Record<string, NodeJS.Signals>> = { postgres: 'SIGINT' };

/**
 * Who runs on a data folder: the runner and each process it started, in `run.json`. A runner that was killed leaves the file; the
 * next one ends what still lives of it (each verified by its start time, since numbers are used again) and takes over.
 */
export class RunRecord {
  readonly #file: string;
  readonly #runner: Entry;
  #parts: Entry[] = [];
  #released = false;
  #isStopping = false;

  private constructor(file: string, runner: Entry) {
    this.#file = file;
    this.#runner = runner;
  }

  /**
   * Takes the data folder for this process and ends the leftovers of a crashed runner. `onLeftover` hears each name that is ended.
   * A runner that is stopping is waited for. Throws StartError when one lives on the folder and goes on living.
   */
  static async claim(dataDir: string, onLeftover: (name: string) => void = () => undefined): Promise<RunRecord> {
    makePrivateFolder(dataDir);
    const file = join(dataDir, 'run.json');
    const record = new RunRecord(file, { name: 'runner', pid: process.pid, identity: identityOf(process.pid) ?? '' });
    const began = performance.now();
    while (!record.#create()) {
      const before = read(file);
      if (before && isSame(before.runner.pid, before.runner.identity)) {
        const isOurs = before.runner.pid === process.pid;
        if (!isOurs && performance.now() - began < (before.isStopping ? STOPPING_MS : LIVING_MS)) {
          await pause(100);
          continue;
        }
        throw new StartError({
          vi: `Thư mục dữ liệu ${dataDir} đang được một lượt chạy khác dùng (tiến trình ${before.runner.pid}); hãy dừng lượt đó hoặc chọn --data khác`,
          en: `the data folder ${dataDir} is in use by another run (process ${before.runner.pid}); stop that one or choose another --data`,
        });
      }
      await endAll(before?.parts ?? [], onLeftover);
      rmSync(file, { force: true });
    }
    return record;
  }

  /** Throws when the data folder was given free already: a start that was cut off must not go on to start more. */
  requireHeld(): void {
    if (this.#released) throw new StartError({ vi: 'Đã dừng khi đang khởi động', en: 'stopped while starting' });
  }

  /** Remembers a process; call it right after the process was started. */
  add(name: string, pid: number): void {
    const identity = identityOf(pid);
    if (!identity || this.#released) return;
    this.#parts = [...this.#parts.filter((part) => part.pid !== pid), { name, pid, identity }];
    this.#write();
  }

  /** Forgets a process that has ended. */
  remove(pid: number): void {
    if (this.#released) return;
    this.#parts = this.#parts.filter((part) => part.pid !== pid);
    this.#write();
  }

  /** Ends every process that is still written down, at once and without their parts' own way: for a start that failed or was cut off. */
  async endParts(): Promise<void> {
    this.#released = true;
    await endAll(this.#parts, () => undefined);
  }

  /** Tells a runner that waits for the folder that this one is on its way out. */
  announceStop(): void {
    this.#isStopping = true;
    if (!this.#released) this.#write();
  }

  /** Gives the data folder free. */
  release(): void {
    this.#released = true;
    rmSync(this.#file, { force: true });
  }

  #create(): boolean {
    try {
      writeFileSync(this.#file, this.#text(), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  #write(): void {
    // Whole or not at all: a reader after a crash must never meet half a file.
    try {
      writeFileSync(`${this.#file}.new`, this.#text(), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      // The folder was removed under a living house: there is no next start on it that could read the record.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  #text(): string {
    return `${JSON.stringify({ runner: this.#runner, parts: this.#parts, isStopping: this.#isStopping } satisfies Recorded, undefined, 2)}\n`;
  }
}

/** The process that holds a data folder now, serving or still starting; undefined when none lives or it is on its way out. */
export function livingRunner(dataDir: string): number | undefined {
  const recorded = read(join(dataDir, 'run.json'));
  if (!recorded || recorded.isStopping || !isSame(recorded.runner.pid, recorded.runner.identity)) return undefined;
  return recorded.runner.pid;
}

function read(file: string): Recorded | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  } catch {
    return undefined; // cut off by a crash in the moment of its creation: nothing was started yet
  }
}

async function endAll(parts: readonly Entry[], onLeftover: (name: string) => void): Promise<void> {
  await Promise.all(
    parts.map(async ({ name, pid, identity }) => {
      if (!isSame(pid, identity)) return;
      onLeftover(name);
      await endProcess(pid, identity, LAST_SIGNAL[name] ?? 'SIGKILL');
    }),
  );
}

/** Asks a recorded process to end, and kills it when it has not after ten seconds; returns when it is gone. */
export async function endProcess(pid: number, identity: string, signal: NodeJS.Signals): Promise<void> {
  const began = performance.now();
  let next: NodeJS.Signals | undefined = signal;
  while (isSame(pid, identity)) {
    if (next) process.kill(pid, next);
    next = performance.now() - began > PATIENCE_MS ? 'SIGKILL' : undefined;
    await pause(20);
  }
}
