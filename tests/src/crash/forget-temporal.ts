import type pg from 'pg';

/** Drops Temporal's databases, as a disk that was lost would; the product's own stay. */
export async function forgetTemporal(client: pg.Client): Promise<void> {
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like 'temporal%'`);
    if (rows.length === 0) throw new Error('Temporal keeps no database here');
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
