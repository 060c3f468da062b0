import { DataSource } from 'typeorm';
import { ENTITIES } from './entities/entities.ts';

/**
 * The application's connection pool. Statements that wait longer than two seconds for a lock fail (55P03), so that a
 * person gets an answer; sessions that die leave nothing open.
 */
export function createDataSource(url: string, poolSize = 16): DataSource {
  return new DataSource({
    type: 'postgres', url, schema: 'totrinh', entities: [...ENTITIES], synchronize: false, poolSize,
    extra: { options: '-c lock_timeout=2000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC', application_name: 'totrinh', keepAlive: true },
  });
}
