import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

const LOADER = import.meta.resolve('@swc-node/register/esm-register');
const CHAOS = fileURLToPath(new URL('../../../../tests/src/chaos/chaos.ts', import.meta.url));

/** `totrinh chaos`: kills parts of a house of its own while the ten items are driven to issued, then judges. Exit 1 on any loss. */
export function register(program: Command): void {
  program
    .command('chaos')
    .description('tắt đột ngột từng phần khi đang chạy, rồi đối chiếu / kill parts while they work, then compare')
    .option('--seed <n>', 'hạt giống của các lần tắt / seed of the kills', '1')
    .option('--kills <n>', 'số lần tắt / how many kills', '12')
    .action(async ({ seed, kills }: { seed: string; kills: string }) => {
      // The judge lives with the tests, which no room imports; it is started by its path.
      const child = spawn(process.execPath, ['--import', LOADER, CHAOS, seed, kills], { stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      const [code] = (await once(child, 'exit')) as [number | null];
      process.exitCode = code ?? 1;
    });
}
