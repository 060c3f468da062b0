// Runs the command line from sources with the Node that package.json pins. No dependency, and no syntax that Node 20 lacks.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const loader = join(root, 'node_modules', '@swc-node', 'register', 'esm', 'esm-register.mjs');
const compiled = join(root, 'node_modules', '.cache', 'compiled');
const main = join(root, 'apps', 'cli', 'src', 'main.ts');

/** Runs `totrinh` with these arguments and ends this process with its exit code. */
export async function runTotrinh(args) {
  process.env.TS_NODE_PROJECT ??= join(root, 'tsconfig.json');
  // What V8 compiled is kept: the second start of each process takes a third less. Those that this one starts inherit it.
  process.env.NODE_COMPILE_CACHE ??= compiled;
  const isPinned = !existsSync(pinned) || realpathSync(process.execPath) === realpathSync(pinned);
  if (isPinned) {
    process.argv = [process.execPath, main, ...args];
    module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
    await import(pathToFileURL(loader).href);
    await import(pathToFileURL(main).href);
    return;
  }
  const here = fileURLToPath(import.meta.url);
  // The channel closes when this process dies, however it dies; the other one then ends too.
  const child = spawn(pinned, [here, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // Ctrl-C reaches both, as they share the terminal; the other one decides when it is done.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.channel) {
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  await runTotrinh(process.argv.slice(2));
}
