import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { arch, homedir, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Go module that pins the server: go.mod, go.sum. */
export const MODULE_DIR = fileURLToPath(new URL('../../temporal-server/', import.meta.url));

/** The built programs of one pinned version. */
export type TemporalBuild = { readonly version: string; readonly folder: string; readonly server: string; readonly sqlTool: string };

function cacheHome(): string {
  const given = process.env['XDG_CACHE_HOME'];
  if (given) return given;
  // A service user may have no home folder at all.
  return existsSync(homedir()) ? join(homedir(), '.cache') : tmpdir();
}

/**
 * Where the programs of the pinned module are, or will be: outside the tree, so that clones share them; one folder per version,
 * pin (hash of go.mod and go.sum) and kind of machine, so that a changed pin never meets an old program.
 */
export function pinnedBuild(): TemporalBuild {
  const mod = readFileSync(join(MODULE_DIR, 'go.mod'), 'utf8');
  const sum = readFileSync(join(MODULE_DIR, 'go.sum'), 'utf8');
  const version = /go\.temporal\.io\/server v(\S+)/.exec(mod)?.[1] ?? 'unknown';
  const pin = createHash('sha256').update(mod).update(sum).digest('hex').slice(0, 12);
  const folder = join(cacheHome(), 'totrinh', `temporal-${version}-${pin}-${platform()}-${arch()}`);
  const program = platform() === 'win32' ? '.exe' : '';
  return { version, folder, server: join(folder, `server${program}`), sqlTool: join(folder, `sql${program}`) };
}

/** Whether the programs are there; the folder appears whole or not at all. */
export function isBuilt(build: TemporalBuild): boolean {
  return existsSync(build.server) && existsSync(build.sqlTool);
}
