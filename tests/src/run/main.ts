import { parseArgs } from 'node:util';
import { obtainTestServer, testServerAdvice } from '../house/test-server.ts';
import { checks, runCheck, runSuite, suites, type Wish } from './parts.ts';
import { failure, lastLine, nothing, sum, type Tally } from './tally.ts';

// Everything that checks the project, one after another, with progress as it goes. The last line is `N passed, N failed`, with
// `, N skipped` where it applies; exit 1 when something failed, nothing was tested, or something was skipped that may not be.

const { values } = parseArgs({ options: { only: { type: 'string' }, 'no-skips': { type: 'boolean' } } });
const wish: Wish = { ...(values.only ? { only: values.only } : {}), noSkips: values['no-skips'] ?? process.env['CI'] === 'true' };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function timed(name: string, run: () => Promise<Tally>): Promise<Tally> {
  const began = performance.now();
  say(`▸ ${name}`);
  const tally = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${tally.failed > 0 ? '✗' : '✓'} ${name}: ${lastLine(tally)} (${seconds} s)`);
  return tally;
}

async function runChecks(): Promise<Tally> {
  const wanted = checks.filter(({ name }) => wish.only === undefined || wish.only === name);
  const tallies = await Promise.all(wanted.map((check) => timed(check.name, () => runCheck(check, say))));
  return tallies.reduce(sum, nothing);
}

async function prepareTestServer(): Promise<void> {
  try {
    if (!(await obtainTestServer())) say(`  ${testServerAdvice}`);
  } catch (error) {
    say(`  ${testServerAdvice}\n  ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function runSuites(): Promise<Tally> {
  if (checks.some(({ name }) => name === wish.only)) return nothing;
  let tally = nothing;
  for (const suite of suites) {
    if (suite.name === 'services') await prepareTestServer();
    tally = sum(tally, await timed(suite.name, () => runSuite(suite, wish)));
  }
  return tally;
}

let tally = sum(await runChecks(), await runSuites());
if (tally.passed + tally.failed === 0) tally = sum(tally, failure('nothing was tested'));
for (const name of tally.skippedNames) say(`  bỏ qua / skipped: ${name}`);
for (const name of tally.failedNames) say(`  không đạt / failed: ${name}`);
const refused = wish.noSkips && tally.skipped > 0;
if (refused) say('Lượt chạy này không cho phép bỏ qua kiểm thử nào. / This run allows no skipped test.');
say(lastLine(tally));
process.exitCode = tally.failed > 0 || refused ? 1 : 0;
