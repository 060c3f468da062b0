// Makes a fresh clone run: installs what package-lock.json pins where it is missing, then runs the command line.
// No dependency, and no syntax that Node 20 lacks.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

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

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log('Cài các gói theo package-lock.json, một hai phút / installing the packages of package-lock.json, a minute or two');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const [program, ...rest] = npm && /\.c?js$/.test(npm) ? [process.execPath, npm, ...args] : ['npm', ...args];
  const child = spawn(program, rest, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const progress = setInterval(() => console.log(`  … đang cài, đã ${seconds()} s / still installing`), 15_000);
  const ending = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  clearInterval(progress);
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
if (!isInstalled()) await install();
const { runTotrinh } = await import('./apps/cli/bin/run-pinned.mjs');
await runTotrinh(process.argv.slice(2));
