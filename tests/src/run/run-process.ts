import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPO } from '../architecture/repository.ts';

/** `script`: a JavaScript file below the root, run by this very Node. Output goes through as it comes, or is kept until the end. */
export interface ProcessToRun {
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly output: 'through' | 'kept';
  readonly withinMinutes: number;
}

export interface ProcessEnd {
  /** Null when a signal ended it, also that of the time limit. */
  readonly exitCode: number | null;
  readonly text: string;
}

/** Runs it to its end; past its time it is asked to stop, which it is given half a minute for. */
export function runProcess({ script, args, env, output, withinMinutes }: ProcessToRun): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(REPO, script), ...args], {
      cwd: REPO,
      env: { ...process.env, ...env },
      stdio: ['ignore', output === 'through' ? 'inherit' : 'pipe', output === 'through' ? 'inherit' : 'pipe'],
    });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
    const end = setTimeout(() => child.kill('SIGTERM'), withinMinutes * 60_000);
    const kill = setTimeout(() => child.kill('SIGKILL'), withinMinutes * 60_000 + 30_000);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(end);
      clearTimeout(kill);
      resolve({ exitCode, text: Buffer.concat(parts).toString('utf8') });
    });
  });
}
