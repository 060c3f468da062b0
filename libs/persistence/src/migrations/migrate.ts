import { DataSource } from 'typeorm';
import { Organisation1700000000001 } from './1-organisation.migration.ts';
import { Casework1700000000002 } from './2-casework.migration.ts';
import { Record1700000000003 } from './3-record.migration.ts';
import { Rights1700000000004 } from './4-rights.migration.ts';
import { Erasure1700000000005 } from './5-erasure.migration.ts';
import { Engine1700000000006 } from './6-engine.migration.ts';
import { Deadlines1700000000007 } from './7-deadlines.migration.ts';
import { SignIn1700000000008 } from './8-sign-in.migration.ts';
import { Queue1700000000009 } from './9-queue.migration.ts';

export const MIGRATIONS = [Organisation1700000000001, Casework1700000000002, Record1700000000003, Rights1700000000004, Erasure1700000000005, Engine1700000000006, Deadlines1700000000007, SignIn1700000000008, Queue1700000000009];

/**
 * Brings the schema forward as the owner's role and answers the names of what it applied; twice applies nothing. Two at
 * once wait for each other.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await new DataSource({ type: 'postgres', url: ownerUrl, schema: 'totrinh', migrations: MIGRATIONS, migrationsTableName: 'migration', migrationsTransactionMode: 'each' }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('totrinh.migrate', 0))`);
    await lock.query('create schema if not exists totrinh');
    return (await source.runMigrations()).map((m) => m.name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtextextended('totrinh.migrate', 0))`);
    await lock.release();
    await source.destroy();
  }
}
