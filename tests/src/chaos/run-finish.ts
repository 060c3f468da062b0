import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../../apps/cli/bin/totrinh.js', import.meta.url));

/** A demo that drives all ten items to issued, as a process of its own: what it printed and how it ended. */
export interface FinishRun {
  readonly done: Promise<{ readonly code: number; readonly output: string }>;
  stop(): void;
}

export function runFinish(options: { dataDir: string; run: string; journal: string }): FinishRun {
  const child = spawn(process.execPath, [CLI, 'demo', '--finish', '--run', options.run, '--journal', options.journal, '--data', options.dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (d: Buffer) => { output += d.toString(); });
  child.stderr.on('data', (d: Buffer) => { output += d.toString(); });
  const done = new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
  return { done, stop: () => void child.kill('SIGTERM') };
}
