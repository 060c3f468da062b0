import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { REPO, readRepoFile } from './repository.ts';

describe('what continuous integration runs', () => {
  const script = join(REPO, '.ci/run');

  test('is a script that may be run and that stops at the first fault', () => {
    execFileSync('bash', ['-n', script]);
    expect(statSync(script).mode & 0o111).not.toBe(0);
    expect(readRepoFile('.ci/run')).toContain('set -euo pipefail');
  });

  test('ends in npm test, so that the line of sums is its last', () => {
    expect(readRepoFile('.ci/run').trimEnd().split('\n').at(-1)).toMatch(/^exec npm test/);
  });

  test('npm scripts are thin names of the commands', () => {
    const { scripts } = JSON.parse(readRepoFile('package.json')) as { scripts: Record<string, string> };
    for (const command of ['start', 'test', 'demo', 'chaos', 'bench']) expect(scripts[command]).toBe(`node bootstrap.mjs ${command}`);
  });
});
