import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@totrinh/platform';

/** Passwords of the embedded PostgreSQL, one per role; made at random on first use, and never the same in two houses. */
export type Secrets = { readonly postgres: string; readonly owner: string; readonly app: string; readonly temporal: string };

/** The secrets of a data folder, made on first use; the file is readable by its owner alone. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const secret = (): string => randomBytes(18).toString('base64url');
  const made: Secrets = { postgres: secret(), owner: secret(), app: secret(), temporal: secret() };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
