import pg from 'pg';
import type { Secrets } from '../secrets.ts';

/** Databases of Temporal; their tables come from Temporal's own schema tool. */
export const TEMPORAL_DATABASES = ['temporal', 'temporal_visibility'] as const;

/** Runs `work` on a superuser connection and closes it. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function missing(client: pg.Client, query: string, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  const present = new Set(rows.map((row) => row.name));
  return names.filter((name) => !present.has(name));
}

/**
 * Roles and databases of the house, made where they are missing: `totrinh_owner` owns database `totrinh` and its tables,
 * `totrinh_app` may only connect (its rights on tables are given by migrations), `totrinh_temporal` owns Temporal's databases.
 * No other role may connect to any of them.
 */
export async function ensureDatabases(superUrl: string, secrets: Secrets): Promise<void> {
  const passwords: Readonly<Record<string, string>> = { totrinh_owner: secrets.owner, totrinh_app: secrets.app, totrinh_temporal: secrets.temporal };
  const owners: Readonly<Record<string, string>> = { totrinh: 'totrinh_owner', temporal: 'totrinh_temporal', temporal_visibility: 'totrinh_temporal' };
  await asSuperuser(superUrl, async (client) => {
    for (const role of await missing(client, 'SELECT rolname AS name FROM pg_roles', Object.keys(passwords))) {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(passwords[role] ?? '')}`);
    }
    for (const database of await missing(client, 'SELECT datname AS name FROM pg_database', Object.keys(owners))) {
      await client.query(`CREATE DATABASE ${database} OWNER ${owners[database]}`);
      await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      if (database === 'totrinh') await client.query('GRANT CONNECT ON DATABASE totrinh TO totrinh_app');
    }
  });
}
