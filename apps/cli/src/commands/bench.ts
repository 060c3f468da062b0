import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

const BENCHES = ['decisions', 'moves'] as const;
const LOADER = import.meta.resolve('@swc-node/register/esm-register');

/** `totrinh bench NAME`: measures on services of its own and prints; asserts nothing. Exit 2: the comparison is not to be had. */
export function register(program: Command): void {
  program
    .command('bench')
    .description(`đo tốc độ và in ra / measure and print: ${BENCHES.join(', ')}`)
    .argument('<name>', BENCHES.join(' | '))
    .action(async (name: string) => {
      if (!BENCHES.some((b) => b === name)) {
        process.stderr.write(`Không có phép đo “${name}”; chọn: ${BENCHES.join(', ')} / There is no bench “${name}”; choose: ${BENCHES.join(', ')}\n`);
        process.exitCode = 1;
        return;
      }
      // The benches live with the tests, which no room imports; they are started by their path.
      const file = fileURLToPath(new URL(`../../../../tests/src/bench/${name}.ts`, import.meta.url));
      const child = spawn(process.execPath, ['--import', LOADER, file], { stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      const [code] = (await once(child, 'exit')) as [number | null];
      process.exitCode = code ?? 1;
    });
}
