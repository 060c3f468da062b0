import { createDataSource } from '@totrinh/persistence';
import { StartError, untilReady } from '@totrinh/platform';

type Database = ReturnType<typeof createDataSource>;

const POOL = 16;
const NO_SUCH_TABLE = new Set(['42P01', '3F000']);

/** The pool of a database that answers and has its schema. Throws StartError: away for about 20 s, or not migrated. */
export function connectDatabase(url: string): Promise<Database> {
  const { host, pathname } = new URL(url);
  const name = `PostgreSQL ${host}${pathname}`;
  return untilReady({ vi: name, en: name }, async () => {
    const source = await createDataSource(url, POOL).initialize();
    try {
      await source.query('select 1 from totrinh.dossier limit 0');
      return source;
    } catch (fault) {
      await source.destroy();
      if (!NO_SUCH_TABLE.has((fault as { code?: string }).code ?? '')) throw fault;
      throw new StartError({ vi: `${name} chưa có lược đồ: chạy “totrinh migrate” trước`, en: `${name} has no schema yet: run "totrinh migrate" first` }, { cause: fault });
    }
  });
}
