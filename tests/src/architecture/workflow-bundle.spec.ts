import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPO, readRepoFile } from './repository.ts';
import { listWorkflowBundle } from './workflow-bundle.ts';

const COMMITTED = 'tests/src/architecture/workflow-bundle.modules.txt';

test('the workflow bundle holds what is committed and nothing else', async () => {
  const { code, modules } = await listWorkflowBundle();
  const text = `${modules.join('\n')}\n`;
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(join(REPO, COMMITTED), text);
  expect(code.length).toBeGreaterThan(10_000);
  // Wanted after all? UPDATE_SNAPSHOTS=1 writes the list anew; say in the commit why it replays.
  expect(text).toBe(readRepoFile(COMMITTED));
});

test('the list has no room but workflows and messages', () => {
  const own = readRepoFile(COMMITTED).split('\n').filter((line) => /^(apps|libs|activities|workflows|tests)\//.test(line));
  expect(own.filter((line) => !/^(workflows|libs\/messages)\/src\//.test(line))).toEqual([]);
});
