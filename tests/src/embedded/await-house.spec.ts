import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../house/eventually.ts';
import { dataFolder } from './data-folder.ts';

const CLI = fileURLToPath(new URL('../../../apps/cli/bin/totrinh.js', import.meta.url));

test('a command for a house that is still starting waits for it, as long as its runner lives', async () => {
  const folder = await dataFolder();
  const { TOTRINH_DB_URL: _url, ...env } = process.env;
  const audit = spawn(process.execPath, [CLI, 'audit', 'verify', '--data', folder.dataDir], { env: { ...env, NODE_OPTIONS: '' } });
  const ended = once(audit, 'exit');
  let said = '';
  for (const stream of [audit.stdout, audit.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await eventually('a word that it waits', () => said.includes('the system is still starting, waiting'), { withinMs: 30_000 });
  expect(audit.exitCode).toBeNull();
  await folder.clear();
  expect((await ended)[0]).toBe(1);
  expect(said).toContain('no house runs on');
}, 60_000);
