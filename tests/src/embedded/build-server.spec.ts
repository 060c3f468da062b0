import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureServer, pinnedBuild } from '@totrinh/embedded';

/** A `go` that writes what a build writes, or fails as an old one does; each build leaves a line in the file "builds". */
const GO = `#!/bin/sh
echo build >> "$BUILDS"
for word; do case "$word" in */) out=$word ;; esac; done
if [ -n "$FAILS" ]; then echo "go: go.mod requires go >= 1.26.8 (running go 1.21.0)" >&2; exit 1; fi
echo server > "$out/server"; echo sql > "$out/sql"
`;

describe('building the Temporal server once', () => {
  let folder: string;
  const kept = { ...process.env };
  const builds = (): number => (existsSync(join(folder, 'builds')) ? readFileSync(join(folder, 'builds'), 'utf8').trim().split('\n').length : 0);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'totrinh-build-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'go'), GO);
    chmodSync(join(folder, 'bin', 'go'), 0o755);
    Object.assign(process.env, { XDG_CACHE_HOME: join(folder, 'cache'), PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, BUILDS: join(folder, 'builds') });
  });
  afterEach(() => {
    delete process.env['FAILS'];
    Object.assign(process.env, { PATH: kept['PATH'], XDG_CACHE_HOME: kept['XDG_CACHE_HOME'] ?? '' });
    rmSync(folder, { recursive: true, force: true });
  });

  test('two builders at once do one build, and both get it', async () => {
    const [first, second] = await Promise.all([ensureServer(() => undefined), ensureServer(() => undefined)]);
    expect(first).toEqual(second);
    expect(readFileSync(first.server, 'utf8')).toBe('server\n');
    expect(builds()).toBe(1);
    expect(readdirSync(join(folder, 'cache', 'totrinh'))).toHaveLength(1);
  });

  test('the second time nothing is built, and nothing is said', async () => {
    const said: string[] = [];
    await ensureServer((vi) => said.push(vi));
    expect(said[0]).toMatch(/chỉ một lần, mất vài phút/);
    said.length = 0;
    await ensureServer((vi) => said.push(vi));
    expect([builds(), said]).toEqual([1, []]);
  });

  test('a builder that died leaves no lock that blocks the next one', async () => {
    const { folder: target } = pinnedBuild();
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(`${target}.lock`, JSON.stringify({ pid: process.pid, identity: 'another boot 1' }));
    await ensureServer(() => undefined);
    expect(builds()).toBe(1);
  });

  test('a build that fails says why in one sentence and leaves nothing behind', async () => {
    process.env['FAILS'] = 'yes';
    await expect(ensureServer(() => undefined)).rejects.toThrow(/^không dựng được máy chủ Temporal bằng Go \(go: go\.mod requires go >= 1\.26\.8/);
    expect(readdirSync(join(folder, 'cache', 'totrinh'))).toEqual([]);
  });

  test('without Go it says what to install', async () => {
    process.env['PATH'] = join(folder, 'nothing');
    await expect(ensureServer(() => undefined)).rejects.toThrow(/không có Go \(cần từ 1\.26\.8\)/);
  });
});
