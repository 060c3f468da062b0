// Makes a fresh clone run: installs what package-lock.json pins where it is missing, then runs the command line.
// No dependency, and no syntax that Node 20 lacks.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const lock = join(root, '.install-lock');
const PROGRESS_MS = 15_000;

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Whether every package of the lock file is there in its version; npm keeps what it installed in a lock file of its own. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (!present[path]) return Boolean(optional || peer);
    return link ? existsSync(join(root, path)) : present[path].version === version;
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The processes that a lock names: the one that took it, and its npm, which may outlive it. */
function holdersOf(folder) {
  try {
    return readFileSync(join(folder, 'pid'), 'utf8').split('\n').map(Number).filter((pid) => pid > 0);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function isHeld(folder) {
  const holders = holdersOf(folder);
  if (holders.length > 0) return holders.some(isAlive);
  // Taken a moment ago and not signed yet, unless its taker was killed in between.
  const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since < 5_000;
}

/** Takes the lock, or finds that a living process holds it. One that a killed process left is moved away; the next try takes it. */
function takeLock() {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), `${process.pid}\n`);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isHeld(lock)) return false;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    // Another process may have cleared the old lock and taken a new one since the look: it gets that back.
    if (isHeld(aside)) renameSync(aside, lock);
    else rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return false;
}

/** Installs, unless another command of this clone is at it: two at once would remove each other's packages. */
async function installOnce() {
  let quietSince = 0;
  while (!takeLock()) {
    const [pid] = holdersOf(lock);
    if (pid && Date.now() - quietSince >= PROGRESS_MS) {
      quietSince = Date.now();
      console.log(`  … một lệnh khác (tiến trình ${pid}) đang cài các gói, chờ / another command (process ${pid}) is installing the packages, waiting`);
    }
    await pause(500);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.on('exit', release);
  if (!isInstalled()) await install();
  process.off('exit', release);
  release();
}

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log('Cài các gói theo package-lock.json, một hai phút / installing the packages of package-lock.json, a minute or two');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const [program, ...rest] = npm && /\.c?js$/.test(npm) ? [process.execPath, npm, ...args] : ['npm', ...args];
  const child = spawn(program, rest, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (child.pid) appendFileSync(join(lock, 'pid'), `${child.pid}\n`);
  // A signal is npm's to obey first: the lock is given back when npm no longer touches the packages.
  let stopped;
  const stop = (signal) => {
    stopped = signal;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const progress = setInterval(() => console.log(`  … đang cài, đã ${seconds()} s / still installing`), PROGRESS_MS);
  const ending = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  clearInterval(progress);
  for (const signal of signals) process.off(signal, stop);
  if (stopped) process.exit(128 + constants.signals[stopped]);
  if (ending !== 0) {
    console.error(`Không cài được các gói (npm ci: ${ending}) / cannot install the packages`);
    process.exit(1);
  }
  console.log(`✓ đã cài sau ${seconds()} s / installed`);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Cần Node từ 20.19, đang có ${process.versions.node} / Node 20.19 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}
if (!isInstalled()) await installOnce();
const { runTotrinh } = await import('./apps/cli/bin/run-pinned.mjs');
await runTotrinh(process.argv.slice(2));
