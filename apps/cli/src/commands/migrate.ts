import type { Command } from 'commander';
import { migrate } from '@totrinh/persistence';
import { codeOf, loadCliConfig, reasonOf, StartError } from '@totrinh/platform';

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
    const { host, pathname } = new URL(dbOwnerUrl);
    const applied = await migrate(dbOwnerUrl).catch((fault: unknown) => {
      const why = codeOf(fault) ?? reasonOf(fault);
      throw new StartError({ vi: `Chưa cập nhật được cơ sở dữ liệu ${host}${pathname} (${why}); xem máy chủ có chạy, tên và mật khẩu có đúng không`, en: `the database ${host}${pathname} was not migrated (${why}); see that the server runs, and that name and password are right` });
    });
    for (const name of applied) console.log(name);
    console.log(`${applied.length} bước mới / ${applied.length} migrations applied`);
  });
}
