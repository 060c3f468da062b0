import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJestEnd } from './jest-report.ts';
import { failure, lastLine, nothing, success, sum } from './tally.ts';

function reportOf(...files: { status: string; tests: string[] }[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'totrinh-report-')), 'report.json');
  const testResults = files.map(({ status, tests }, at) => ({
    name: `file-${at}.spec.ts`,
    status,
    message: '',
    assertionResults: tests.map((state, number) => ({ fullName: `${state} ${number}`, status: state })),
  }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

const end = (reportFile: string, exitCode: number | null = 0, mayBeEmpty = false): ReturnType<typeof readJestEnd> =>
  readJestEnd({ suite: 'services', reportFile, exitCode, mayBeEmpty });

describe('the sum of a test run', () => {
  test('counts what passed, failed and was skipped, file by file', () => {
    const report = reportOf({ status: 'passed', tests: ['passed', 'passed', 'pending'] }, { status: 'failed', tests: ['failed', 'passed', 'todo'] });
    expect(end(report, 1)).toMatchObject({ passed: 3, failed: 1, skipped: 2, failedNames: ['failed 0'], skippedNames: ['pending 2', 'todo 2'] });
  });

  test('a suite that crashed without a report is a failure', () => {
    expect(end('/nowhere/report.json', null)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a file that could not be run is a failure', () => {
    expect(end(reportOf({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] }), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('a run that ended badly although no test failed is a failure', () => {
    expect(end(reportOf({ status: 'passed', tests: ['passed'] }), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('no test is a failure, except where the person asked for some files only', () => {
    expect(end(reportOf())).toMatchObject({ failed: 1 });
    expect(end(reportOf(), 0, true)).toEqual(nothing);
  });

  test('the last line names skipped tests only where there are some', () => {
    expect(lastLine(sum(success, failure('x')))).toBe('1 passed, 1 failed');
    expect(lastLine({ ...nothing, passed: 7, skipped: 2 })).toBe('7 passed, 0 failed, 2 skipped');
  });
});
