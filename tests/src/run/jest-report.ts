import { existsSync, readFileSync } from 'node:fs';
import { failure, nothing, sum, type Tally } from './tally.ts';

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface JestEnd {
  readonly suite: string;
  readonly reportFile: string;
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** Is it a failure to have found no test? Not where the person asked for some files only. */
  readonly mayBeEmpty: boolean;
}

/**
 * Reads what Jest has reported. A run that left no report, a file that could not be run, and a run that ended badly although
 * no test failed (a set-up that broke, a crash after the last test) count as one failure each.
 */
export function readJestEnd({ suite, reportFile, exitCode, mayBeEmpty }: JestEnd): Tally {
  if (!existsSync(reportFile)) return failure(`${suite}: ended without a report (${exitCode ?? 'by a signal'})`);
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const tally = report.testResults.map(tallyFile).reduce(sum, nothing);
  const found = tally.passed + tally.failed + tally.skipped;
  if (found === 0 && !mayBeEmpty) return failure(`${suite}: no test was found`);
  if (exitCode !== 0 && tally.failed === 0 && found > 0) return sum(tally, failure(`${suite}: ended badly (${exitCode ?? 'by a signal'}) although no test failed`));
  return tally;
}

function tallyFile({ name, status, assertionResults }: JestReport['testResults'][number]): Tally {
  const named = (...states: string[]): string[] => assertionResults.filter((each) => states.includes(each.status)).map((each) => each.fullName);
  const failedNames = named('failed');
  if (status === 'failed' && failedNames.length === 0) failedNames.push(`${name}: could not be run`);
  const skippedNames = named('pending', 'todo', 'skipped', 'disabled');
  return { passed: named('passed').length, failed: failedNames.length, skipped: skippedNames.length, skippedNames, failedNames };
}
