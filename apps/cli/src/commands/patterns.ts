import type { Command } from 'commander';
import { runScript } from '../run-script.ts';

/** `totrinh patterns`: one named test for each workflow pattern that is needed, and their table. Exit 1 unless all pass. */
export function register(program: Command): void {
  program.command('patterns').action(() => runScript('run/patterns.ts', []));
}
