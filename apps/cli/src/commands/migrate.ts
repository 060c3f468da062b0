import type { Command } from 'commander';
import { migrate } from '@totrinh/persistence';
import { loadCliConfig, StartError } from '@totrinh/platform';

/** Adds `totrinh migrate`, for a database of one's own; the embedded one is migrated by `totrinh start`. */
export function register(program: Command): void {
  program.command('migrate').action(async () => {
    const { dbOwnerUrl } = loadCliConfig(process.env);
    if (!dbOwnerUrl) {
      throw new StartError({
        vi: 'Hãy đặt TOTRINH_DB_OWNER_URL tới cơ sở dữ liệu cần cập nhật; cơ sở dữ liệu nhúng được "totrinh start" cập nhật',
        en: 'set TOTRINH_DB_OWNER_URL to the database to migrate; "totrinh start" migrates the embedded one',
      });
    }
    const applied = await migrate(dbOwnerUrl);
    for (const name of applied) console.log(name);
    console.log(`${applied.length} bước mới / ${applied.length} migrations applied`);
  });
}
