import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { StartError } from '@totrinh/platform';
import type { Command } from './death-signal.ts';
import type { RunRecord } from './run-record.ts';

/** How a process ended. */
export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A process of the house; `exited` settles when it is gone. */
export type Child = {
  readonly pid: number;
  readonly exited: Promise<Ending>;
  /** Present when the spawn asked for it; everything else goes to the log file. */
  readonly stdout?: Readable;
  isAlive(): boolean;
  /** Sends the signal and waits until the process is gone; after `graceMs` (10 s) it is killed. */
  end(signal: NodeJS.Signals, graceMs?: number): Promise<Ending>;
};

export type SpawnOptions = {
  readonly name: string;
  readonly command: Command;
  readonly logFile: string;
  readonly record: RunRecord;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly readStdout?: boolean;
  readonly uid?: number;
  readonly gid?: number;
};

/**
 * Starts a process whose output is appended to `logFile` and which is written down in the run record. Its standard input is a pipe
 * that closes when the runner dies. Throws StartError when the program cannot be started at all.
 */
export async function spawnChild(options: SpawnOptions): Promise<Child> {
  const { name, command, logFile, record } = options;
  record.requireHeld();
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: ['pipe', options.readStdout ? 'pipe' : log, log],
    // Its own group: Ctrl-C in the terminal reaches the runner alone, which then ends the parts in order.
    detached: true,
    env: { ...(options.env ?? process.env), TOTRINH_PART: undefined },
    ...(options.cwd && { cwd: options.cwd }),
    ...(options.uid !== undefined && { uid: options.uid, gid: options.gid }),
  });
  closeSync(log);
  const exited = new Promise<Ending>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) =>
      reject(new StartError({ vi: `Không chạy được ${name} (${error.message})`, en: `cannot run ${name} (${error.message})` }, { cause: error })),
    );
  });
  const { pid } = child;
  if (pid === undefined) throw new StartError({ vi: `Không chạy được ${name}`, en: `cannot run ${name}` });
  record.add(name, pid);
  // A write to the pipe of a process that has just died is no event of its own; its exit is.
  child.stdin?.on('error', () => undefined);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  void exited.then(() => record.remove(pid));
  return {
    pid,
    exited,
    ...(child.stdout && { stdout: child.stdout }),
    isAlive,
    async end(signal, graceMs = 10_000) {
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      if (isAlive()) child.kill(signal);
      try {
        return await exited;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * Why a process ended, as far as its log since `from` tells: the message of its last log line, else the last line that names an
 * error, else the last one at all. Stacks and the runtime's own version say nothing to the person who reads it.
 */
export function lastWords(file: string, from: number): string {
  const lines = logTail(file, from).split('\n').filter((line) => line.trim() && !/^\s+at |^Node\.js v/.test(line));
  const last = lines.at(-1) ?? '';
  if (!last.startsWith('{')) return (lines.findLast((line) => /^\w*Error\b|FATAL|fatal/.test(line)) ?? last).trim();
  try {
    const { err, reason, msg } = JSON.parse(last) as { err?: { message?: string }; reason?: string; msg?: string };
    return err?.message ?? reason ?? msg ?? last;
  } catch (error) {
    if (error instanceof SyntaxError) return last; // the tail cut the line
    throw error;
  }
}

/** The last lines of a log file that were written after `from` bytes, at most 2,000 characters. */
export function logTail(file: string, from = 0): string {
  const whole = readFileSync(file);
  return whole.subarray(Math.max(from, whole.length - 2000)).toString('utf8').trim();
}

/** The size of a log file now, 0 when it does not exist yet; the place to read from later. */
export function logEnd(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
