import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program on PATH, or undefined. */
export function findOnPath(program: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue; // not in this folder
    }
  }
  return undefined;
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/**
 * The command so that the kernel sends it `signal` when the runner dies, however it dies. Where setpriv is missing (not Linux) the
 * command stays as it is, and the next start ends what was left over.
 */
export function withDeathSignal(command: Command, signal: 'INT' | 'TERM' | 'KILL'): Command {
  const setpriv = process.platform === 'linux' ? findOnPath('setpriv') : undefined;
  return setpriv ? [setpriv, '--pdeathsig', signal, ...command] : command;
}
