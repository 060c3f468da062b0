import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

// The house is kept by a process of its own: it loads every room with decorators, which Jest's own process does not, and it shuts the
// house when its standard input closes, so that a Jest that was killed leaves nothing behind.

// Jest loads set-up and tear-down apart from each other, so the keeper is remembered on the process.
const remembered = globalThis as typeof globalThis & { totrinhKeeper?: ChildProcess };

/**
 * Starts the keeper on a data folder and waits until the house is open.
 * @returns the file with the house's addresses.
 * @throws Error when the keeper ends first; what it said is on standard error.
 */
export async function openKeeper(dataDir: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', fileURLToPath(new URL('./keeper.ts', import.meta.url)), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  remembered.totrinhKeeper = child;
  const opened = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => (line.startsWith('READY ') ? resolve(line.slice('READY '.length)) : undefined));
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the house could not be opened (keeper ended with ${String(code ?? signal)})`);
  });
  return Promise.race([opened, ended]);
}

/** Shuts the house and waits until its processes and its data are gone (TOTRINH_KEEP_TEST_DATA keeps the data). */
export async function closeKeeper(): Promise<void> {
  const child = remembered.totrinhKeeper;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  await gone;
}
