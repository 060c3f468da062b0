import { execFile } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartError, codeOf, reasonOf } from '@totrinh/platform';
import type { TemporalBuild } from './cache.ts';
import type { Store } from './server-config.ts';

const run = promisify(execFile);
const SCHEMAS = { temporal: 'postgresql/v12/temporal', temporal_visibility: 'postgresql/v12/visibility' } as const;
type Database = keyof typeof SCHEMAS;

/** The schema version that a database has, undefined while it has no tables. */
async function versionIn(store: Store, database: Database): Promise<string | undefined> {
  const client = new pg.Client({ ...store, database });
  await client.connect();
  try {
    const { rows } = await client.query<{ curr_version: string }>('SELECT curr_version FROM schema_version');
    return rows[0]?.curr_version;
  } catch (error) {
    if (codeOf(error) === '42P01') return undefined;
    throw error;
  } finally {
    await client.end();
  }
}

/** The newest versions that this build knows, learnt from its first update and kept beside it; asking the tool costs seconds. */
function newest(build: TemporalBuild): Partial<Record<Database, string>> {
  try {
    return JSON.parse(readFileSync(join(build.folder, 'schema-versions.json'), 'utf8')) as Partial<Record<Database, string>>;
  } catch {
    return {}; // first use of this build
  }
}

async function bring(build: TemporalBuild, store: Store, database: Database, target: string | undefined): Promise<string> {
  const present = await versionIn(store, database);
  if (present && present === target) return present;
  const tool = async (...args: string[]): Promise<void> => {
    const common = ['--plugin', 'postgres12_pgx', '--endpoint', store.host, '--port', String(store.port), '--user', store.user, '--database', database];
    // The password goes by the environment: a command line is for everybody on the machine to read.
    await run(build.sqlTool, [...common, ...args], { env: { ...process.env, SQL_PASSWORD: store.password } });
  };
  try {
    if (!present) await tool('setup-schema', '-v', '0.0');
    await tool('update-schema', '--schema-name', SCHEMAS[database]);
  } catch (error) {
    throw new StartError({ vi: `không tạo được bảng của Temporal trong ${database} (${reasonOf(error)})`, en: `cannot create Temporal's tables in ${database} (${reasonOf(error)})` }, { cause: error });
  }
  return (await versionIn(store, database)) ?? '';
}

/** Makes or updates Temporal's tables in both databases; does nothing when they are as this build wants them. */
export async function ensureSchema(build: TemporalBuild, store: Store): Promise<void> {
  const known = newest(build);
  const [temporal, visibility] = await Promise.all([
    bring(build, store, 'temporal', known.temporal),
    bring(build, store, 'temporal_visibility', known.temporal_visibility),
  ]);
  if (temporal === known.temporal && visibility === known.temporal_visibility) return;
  const file = join(build.folder, 'schema-versions.json');
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ temporal, temporal_visibility: visibility } satisfies Record<Database, string>));
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Forgets the servers that ran on this database before. One server runs on it at a time, so that all others are dead; the new one would try for the better part
 * of a minute to join them, and no workflow would go on until then.
 */
export async function forgetOldHosts(store: Store): Promise<void> {
  const client = new pg.Client({ ...store, database: 'temporal' });
  await client.connect();
  try {
    await client.query('DELETE FROM cluster_membership');
  } finally {
    await client.end();
  }
}
