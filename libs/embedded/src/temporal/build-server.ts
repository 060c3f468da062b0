import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, StartError } from '@totrinh/platform';
import { findOnPath, withDeathSignal } from '../processes/death-signal.ts';
import { identityOf, isSame } from '../processes/identity.ts';
import { MODULE_DIR, isBuilt, pinnedBuild, type TemporalBuild } from './cache.ts';

const PROGRESS_MS = 15_000;

/** Says one line to the person who waits. */
export type Say = (vi: string, en: string) => void;

/**
 * The server's programs: from the cache, or built once from the pinned Go module. Two builders at once do one build: the second
 * waits for the first, and takes over when that one dies. Throws StartError when Go is missing or the build fails.
 */
export async function ensureServer(say: Say): Promise<TemporalBuild> {
  const build = pinnedBuild();
  if (isBuilt(build)) return build;
  const go = findOnPath('go');
  if (!go) throw new StartError({ vi: 'không có Go (cần từ 1.26.8) để dựng máy chủ Temporal', en: 'no Go (1.26.8 or newer) to build the Temporal server with' });
  mkdirSync(dirname(build.folder), { recursive: true });
  const lock = `${build.folder}.lock`;
  const stopSaying = sayEvery(build, say);
  try {
    while (!isBuilt(build)) {
      if (takeLock(lock)) await compile(go, build, lock);
      else await pause(500);
    }
  } finally {
    stopSaying();
  }
  return build;
}

function sayEvery(build: TemporalBuild, say: Say): () => void {
  const began = performance.now();
  say(`Dựng máy chủ Temporal ${build.version} từ mã nguồn Go, chỉ một lần, mất vài phút`, `building Temporal ${build.version} from its Go module, once, takes minutes`);
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`… vẫn đang dựng Temporal, đã ${seconds} giây`, `still building Temporal, ${seconds} s so far`);
  }, PROGRESS_MS);
  return () => clearInterval(timer);
}

/** Takes the lock, or finds that a living builder holds it. The holder's identity is in the file, so a dead one's is broken. */
function takeLock(lock: string): boolean {
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  try {
    writeFileSync(lock, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  try {
    const holder = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number; identity: string };
    if (!isSame(holder.pid, holder.identity)) rmSync(lock, { force: true });
  } catch (error) {
    // Gone since, or not written whole yet: the next round sees. A cut-off file of a crash is broken JSON for good.
    if (error instanceof SyntaxError) rmSync(lock, { force: true });
  }
  return false;
}

async function compile(go: string, build: TemporalBuild, lock: string): Promise<void> {
  const aside = join(dirname(build.folder), `.${basename(build.folder)}.${process.pid}`);
  try {
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside);
    // CGO off: no C compiler needed. No version control stamp: a clone may belong to another user. No workspace above.
    const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', `${aside}/`];
    await runGo(go, [...args, 'go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'], dirname(build.folder));
    rmSync(build.folder, { recursive: true, force: true });
    renameSync(aside, build.folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

async function runGo(go: string, args: string[], cache: string): Promise<void> {
  const home = process.env['HOME'] ? {} : { GOPATH: join(cache, 'go'), GOCACHE: join(cache, 'go-build') };
  const [program, ...rest] = withDeathSignal([go, ...args], 'TERM');
  const child = spawn(program, rest, { cwd: MODULE_DIR, env: { ...process.env, ...home, CGO_ENABLED: '0', GOWORK: 'off' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code === 0) return;
  const reason = said.split('\n').filter((line) => line.trim() && !line.startsWith('go: downloading')).slice(-2).join(' ') || `go build: ${code}`;
  throw new StartError({ vi: `không dựng được máy chủ Temporal bằng Go (${reason})`, en: `cannot build the Temporal server with Go (${reason})` });
}
