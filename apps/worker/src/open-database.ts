import { createDataSource } from '@totrinh/persistence';
import { untilReady } from '@totrinh/platform';

export type Database = ReturnType<typeof createDataSource>;

/**
 * The pool of connections to the casework tables, once they are there. Throws StartError, one sentence, when PostgreSQL stays
 * away or its tables have not been made.
 */
export async function openDatabase(url: string, poolSize: number): Promise<Database> {
  const { host, pathname } = new URL(url);
  const name = `PostgreSQL ${host}${pathname}`;
  return untilReady({ vi: name, en: name }, async () => {
    const source = await createDataSource(url, poolSize).initialize();
    try {
      await source.query('select 1 from totrinh.outbox limit 1');
      return source;
    } catch (error) {
      await source.destroy();
      throw error;
    }
  });
}
