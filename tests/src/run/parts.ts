import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJestEnd } from './jest-report.ts';
import { runProcess } from './run-process.ts';
import { failure, success, type Tally } from './tally.ts';

/** What a person may ask of a run: only files whose path matches, and whether a skipped test is a failure. */
export interface Wish {
  readonly only?: string;
  readonly noSkips: boolean;
}

/** A check is one program that finds fault or does not; its words are shown when it does. */
export interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

export const checks: readonly Check[] = [
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'browser-types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'tests/src/browser/tsconfig.json'] },
  { name: 'web-types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'apps/web/tsconfig.json'] },
];

/** Projects of tests/jest.config.json. Suites that touch a service share one house and two cores, so they run one after another. */
export const suites = [
  { name: 'unit', args: ['--maxWorkers', '2'], withinMinutes: 10 },
  { name: 'services', args: ['--runInBand', '--forceExit'], withinMinutes: 60 },
] as const;

export async function runCheck({ name, script, args }: Check, say: (line: string) => void): Promise<Tally> {
  const { exitCode, text } = await runProcess({ script, args, output: 'kept', withinMinutes: 10 });
  if (exitCode === 0) return success;
  say(text.trimEnd());
  return failure(name);
}

export async function runSuite(suite: (typeof suites)[number], { only }: Wish): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'totrinh-report-'));
  const reportFile = join(folder, `${suite.name}.json`);
  const args = ['-c', 'tests/jest.config.json', '--json', '--outputFile', reportFile, ...suite.args, '--selectProjects', suite.name];
  if (only) args.push('--passWithNoTests', '--testPathPatterns', only);
  try {
    const { exitCode } = await runProcess({
      script: 'node_modules/jest/bin/jest.js',
      args: process.env['CI'] === 'true' ? ['--ci', ...args] : args,
      env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
      output: 'through',
      withinMinutes: suite.withinMinutes,
    });
    return readJestEnd({ suite: suite.name, reportFile, exitCode, mayBeEmpty: only !== undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
