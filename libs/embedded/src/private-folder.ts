import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@totrinh/platform';

const OWNER_ONLY = 0o700;
const INNER = ['files', 'logs', 'temporal'];

/**
 * Closes a data folder and what a house keeps in it to everybody but its owner: one that is made here or was made by an earlier
 * house. A folder that was there before any house is somebody's own, and keeps its mode.
 */
export function makePrivateFolder(dataDir: string): void {
  const isNew = mkdirSync(dataDir, { recursive: true }) !== undefined;
  if (!isNew && !existsSync(join(dataDir, 'secrets.json'))) return;
  for (const folder of [dataDir, ...INNER.map((name) => join(dataDir, name))]) if (existsSync(folder)) restrict(folder, OWNER_ONLY);
}

/** Lets another user pass through the data folder, without listing it: for a PostgreSQL that runs as one. */
export function letThrough(dataDir: string): void {
  restrict(dataDir, 0o711);
}

function restrict(folder: string, mode: number): void {
  try {
    chmodSync(folder, mode);
  } catch (error) {
    // Some file systems (shared with another system, say) know no modes, and somebody else's mount may be used as it is.
    if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(String(codeOf(error)))) throw error;
  }
}
