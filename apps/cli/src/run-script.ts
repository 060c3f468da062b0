import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LOADER = import.meta.resolve('@swc-node/register/esm-register');

/**
 * Runs a script that lives with the tests, which no room imports, as a process of its own: `path` is below `tests/src`.
 * Its exit code becomes this process's; signals are passed on.
 */
export async function runScript(path: string, args: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(`../../../tests/src/${path}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', LOADER, file, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
