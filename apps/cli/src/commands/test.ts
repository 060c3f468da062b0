import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

const RUNNER = fileURLToPath(new URL('../../../../tests/src/run/main.ts', import.meta.url));

/**
 * `totrinh test`: lint, types and every test, on embedded services of their own with free ports. Ends with the line
 * `N passed, N failed` (`, N skipped` where it applies); exit 1 when something failed, or when no test was found.
 */
export function register(program: Command): void {
  program
    .command('test')
    .description('kiểm tra toàn bộ dự án / check the whole project: lint, types, tests')
    .option('--only <pattern>', 'chỉ các tệp khớp mẫu; hoặc lint, types / only test files whose path matches; or lint, types')
    .option('--no-skips', 'bỏ qua kiểm thử là lỗi (mặc định khi CI=true) / a skipped test is a failure (the default where CI=true)')
    .action(async ({ only, skips }: { only?: string; skips: boolean }) => {
      const args = [...(only ? ['--only', only] : []), ...(skips ? [] : ['--no-skips'])];
      // The runner lives with the tests, which no room imports; it is started by its path. Plain Node reads its sources.
      const child = spawn(process.execPath, [RUNNER, ...args], { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      const [code] = (await once(child, 'exit')) as [number | null];
      process.exitCode = code ?? 1;
    });
}
