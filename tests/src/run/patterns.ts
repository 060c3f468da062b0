import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neededPatterns, type PatternRow } from '../patterns/pattern-table.ts';
import { runProcess } from './run-process.ts';

// Runs one named test for each row of the patterns that this engine needs, and prints the table of rows. A test belongs to
// the row whose id its name begins with. The last line is `M n/n, S n/n`; exit 1 unless every row has a test that passed.

interface Test { readonly title: string; readonly status: string }
interface Report { readonly testResults: readonly { readonly message: string; readonly status: string; readonly assertionResults: readonly Test[] }[] }

async function runTests(): Promise<Test[]> {
  const folder = mkdtempSync(join(tmpdir(), 'totrinh-patterns-'));
  const reportFile = join(folder, 'patterns.json');
  try {
    await runProcess({
      script: 'node_modules/jest/bin/jest.js',
      args: ['-c', 'tests/jest.config.json', '--json', '--outputFile', reportFile, '--runInBand', '--forceExit', '--selectProjects', 'services', '--testPathPatterns', 'src/patterns/'],
      env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' }, output: 'through', withinMinutes: 40,
    });
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    for (const file of report.testResults) if (file.status === 'failed' && file.assertionResults.length === 0) process.stdout.write(`${file.message}\n`);
    return report.testResults.flatMap((file) => file.assertionResults);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of a row; it passes when it has some and each of them passed. */
function judged(row: PatternRow, tests: readonly Test[]): { row: PatternRow; title: string; pass: boolean } {
  const own = tests.filter((t) => t.title.startsWith(`${row.id} `));
  return { row, title: own.map((t) => t.title.slice(row.id.length + 1)).join(' / ') || '—', pass: own.length > 0 && own.every((t) => t.status === 'passed') };
}

const tests = await runTests();
const rows = neededPatterns().map((row) => judged(row, tests));
process.stdout.write('\npattern, need, test, pass\n');
for (const { row, title, pass } of rows) process.stdout.write(`${row.id} ${row.name}, ${row.need}, ${title}, ${pass ? '✓' : '✗'}\n`);
const count = (need: 'M' | 'S'): string => { const of = rows.filter((r) => r.row.need === need); return `${need} ${of.filter((r) => r.pass).length}/${of.length}`; };
process.stdout.write(`${count('M')}, ${count('S')}\n`);
process.exitCode = rows.every((r) => r.pass) ? 0 : 1;
