import { execFileSync } from 'node:child_process';
import { floorPlugin } from '../lint-rules/floor-plugin.ts';
import { floorConfig } from '../lint-rules/floor-scopes.ts';
import { lintFixtures } from './lint-fixture.ts';
import { REPO } from './repository.ts';

interface Report {
  rule: string;
  verdict: 'fails' | 'passes';
  path: string;
  expects: string[];
  messages: { line: number; rule: string; message: string }[];
}

const run = new URL('./lint-fixtures-run.ts', import.meta.url).pathname;
const reports = JSON.parse(execFileSync(process.execPath, [run], { cwd: REPO, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as Report[];
const titled = (verdict: Report['verdict']): [string, Report][] =>
  reports.filter((report) => report.verdict === verdict).map((report) => [`${report.rule} at ${report.path}`, report]);

describe('the rules of the floor', () => {
  test.each(titled('fails'))('forbid %s', (_title, { rule, expects, messages }) => {
    const known = new Set([`floor/${rule}`, ...expects.map((each) => each.split(' ')[1])]);
    expect(expects.length).toBeGreaterThan(0);
    expect(messages.filter((each) => known.has(each.rule)).map((each) => `${each.line} ${each.rule}`).sort()).toEqual(expects);
  });

  test.each(titled('passes'))('allow %s', (_title, { messages }) => {
    expect(messages.filter((each) => /^(floor|@nx)\/|^parser$|exhaustive|floating/.test(each.rule))).toEqual([]);
  });

  test('each rule has a fixture that fails and one that passes, and holds somewhere', () => {
    const fixtures = lintFixtures();
    const held = new Set(floorConfig.flatMap(({ rules }) => Object.keys(rules)));
    for (const rule of Object.keys(floorPlugin.rules)) {
      const verdicts = new Set(fixtures.filter((each) => each.rule === rule).map((each) => each.verdict));
      expect([rule, ...[...verdicts].sort()]).toEqual([rule, 'fails', 'passes']);
      expect(held).toContain(`floor/${rule}`);
    }
  });

  test('each message says what to do instead', () => {
    const floor = reports.flatMap(({ messages }) => messages).filter((each) => each.rule.startsWith('floor/'));
    for (const { message } of floor) expect(message).toMatch(/: |, so that /);
  });
});
