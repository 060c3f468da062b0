import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { StartError } from '@totrinh/platform';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SOURCES = ['apps/web/src', 'apps/web/public', 'apps/web/index.html', 'apps/web/vite.config.ts', 'libs/api-client/src', 'apps/cli/src/web/build-web.ts', 'package-lock.json'];
const KEPT = join(ROOT, 'node_modules/.cache/totrinh-web');
const TEXTS = /\.(js|css|html|svg|json|mjs)$/;
const squeeze = { br: (text: Buffer) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }) };

/** Whether this clone holds the web application's sources; a container of the API alone does not. */
export const hasWebSources = (): boolean => existsSync(join(ROOT, 'apps/web/index.html'));

/** Every file below a folder, or the file itself, in order. */
function filesOf(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return entries.sort();
}

/** What the built application depends on, this way of building included, as one digest. */
function digest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((each) => join(ROOT, each))) {
    for (const file of /\.\w+$/.test(source) ? [source] : filesOf(source)) hash.update(`${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds the web application unless these very sources were built before; answers the folder, whose texts lie beside their compressed forms
 * (.br, .gz). Two builds at once do not disturb each other: each writes into a folder of its own and the first to end is kept.
 * Throws StartError with the last lines of the build.
 */
export async function buildWeb(): Promise<string> {
  const folder = join(KEPT, digest());
  if (existsSync(join(folder, 'index.html'))) return folder;
  const fresh = `${folder}.${process.pid}.${Date.now()}`;
  mkdirSync(KEPT, { recursive: true });
  await runVite(fresh);
  for (const file of filesOf(fresh).filter((each) => TEXTS.test(each))) {
    for (const [ending, packed] of Object.entries(squeeze)) writeFileSync(`${file}.${ending}`, await packed(readFileSync(file)));
  }
  try {
    renameSync(fresh, folder);
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, 'index.html'))) throw fault;
  }
  return folder;
}

async function runVite(outDir: string): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', outDir, '--logLevel', 'warn'], { cwd: join(ROOT, 'apps/web'), stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  rmSync(outDir, { recursive: true, force: true });
  throw new StartError({ vi: `Không dựng được giao diện web: ${said.trim()}`, en: 'the web application could not be built' });
}
