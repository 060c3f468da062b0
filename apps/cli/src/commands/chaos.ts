import type { Command } from 'commander';
import { runScript } from '../run-script.ts';

/** `totrinh chaos`: kills parts of a house of its own while the ten items are driven to issued, then judges. Exit 1 on any loss. */
export function register(program: Command): void {
  program
    .command('chaos')
    .option('--seed <n>', 'hạt giống của các lần tắt / seed of the kills', '1')
    .option('--kills <n>', 'số lần tắt / how many kills', '12')
    .action(({ seed, kills }: { seed: string; kills: string }) => runScript('chaos/chaos.ts', [seed, kills]));
}
