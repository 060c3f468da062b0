import type { Command } from 'commander';
import { runScript } from '../run-script.ts';

/** `totrinh screens`: pictures of every screen and state into docs/screens, from a house of its own. Exit 1 when a page says an error or axe finds a barrier. */
export function register(program: Command): void {
  program
    .command('screens')
    .option('--only <name>', 'chỉ một màn hình / one screen only')
    .action(({ only }: { only?: string }) => runScript('screens/take-screens.ts', only === undefined ? [] : [only]));
}
