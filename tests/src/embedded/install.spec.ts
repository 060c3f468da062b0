import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BOOTSTRAP = fileURLToPath(new URL('../../../bootstrap.mjs', import.meta.url));
const PACKAGES = JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } });

/** An npm that leaves a line per install and takes a moment; and the command line, which says its words. */
const NPM = `const fs = require('node:fs');
fs.appendFileSync('installs', 'npm ci\\n');
setTimeout(() => { fs.mkdirSync('node_modules'); fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json'); }, 1500);
`;
const COMMAND_LINE = 'export async function runTotrinh(words) { console.log(`ran ${words}`); }\n';

describe('the first command in a fresh clone', () => {
  let clone: string;
  const run = async (word: string): Promise<string> => {
    const child = spawn(process.execPath, ['bootstrap.mjs', word], { cwd: clone, env: { ...process.env, NODE_OPTIONS: '', npm_execpath: join(clone, 'npm.cjs') } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    await once(child, 'close');
    return said;
  };
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'totrinh-clone-'));
    mkdirSync(join(clone, 'apps/cli/bin'), { recursive: true });
    copyFileSync(BOOTSTRAP, join(clone, 'bootstrap.mjs'));
    for (const [file, text] of [['npm.cjs', NPM], ['package-lock.json', PACKAGES], ['apps/cli/bin/run-pinned.mjs', COMMAND_LINE]] as const) writeFileSync(join(clone, file), text);
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  const installsOnce = async (): Promise<void> => {
    const said = await Promise.all([run('start'), run('demo')]);
    expect(said.map((text) => text.trim().split('\n').at(-1))).toEqual(['ran start', 'ran demo']);
    expect(readFileSync(join(clone, 'installs'), 'utf8')).toBe('npm ci\n');
    expect(existsSync(join(clone, '.install-lock'))).toBe(false);
  };

  test('two at once install once, and both run', installsOnce, 30_000);

  test('a lock that a killed command left holds nobody up', async () => {
    mkdirSync(join(clone, '.install-lock'));
    // Above the highest number that the kernel gives to a process.
    writeFileSync(join(clone, '.install-lock', 'pid'), '4194305\n');
    await installsOnce();
  }, 30_000);
});
