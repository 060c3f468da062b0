import { join } from 'node:path';
import { StartError, untilReady } from '@totrinh/platform';
import { logEnd, logTail, spawnChild, type Child } from '../processes/child.ts';
import { withDeathSignal, type Command } from '../processes/death-signal.ts';
import { startPart, type Part } from '../processes/part.ts';
import { freePort, requirePort } from '../processes/ports.ts';
import type { RunRecord } from '../processes/run-record.ts';
import { letThrough } from '../private-folder.ts';
import { readSecrets, type Secrets } from '../secrets.ts';
import { asWhom } from './as-whom.ts';
import { findBinaries } from './binaries.ts';
import { clearStalePostmaster, ensureCluster } from './cluster.ts';
import { asSuperuser, ensureDatabases } from './databases.ts';

export type PostgresOptions = {
  readonly dataDir: string;
  readonly record: RunRecord;
  /** A port that must be had; without it a free one is chosen, `preferredPort` if it is free. */
  readonly port?: number;
  readonly preferredPort?: number;
  readonly onLeftover?: (name: string) => void;
};

/** The running PostgreSQL; the addresses carry passwords and are for this machine only. */
export type RunningPostgres = Part & {
  readonly port: number;
  readonly version: string;
  /** Superuser, database `postgres`. */
  readonly superUrl: string;
  /** `totrinh_owner`, database `totrinh`: migrations. */
  readonly ownerUrl: string;
  /** `totrinh_app`, database `totrinh`: API and worker. */
  readonly appUrl: string;
  readonly secrets: Secrets;
};

/** The three addresses of a house's PostgreSQL, from the secrets of its data folder. */
export function postgresUrls(dataDir: string, port: number): Pick<RunningPostgres, 'superUrl' | 'ownerUrl' | 'appUrl'> {
  const secrets = readSecrets(dataDir);
  return {
    superUrl: urlOf('postgres', secrets.postgres, port, 'postgres'),
    ownerUrl: urlOf('totrinh_owner', secrets.owner, port, 'totrinh'),
    appUrl: urlOf('totrinh_app', secrets.app, port, 'totrinh'),
  };
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

// Durability (fsync, synchronous_commit, full_page_writes) is not touched: the embedded server keeps what it promised.
function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    // Statements here are short; compiling them costs more than it saves.
    jit: 'off',
  };
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/**
 * Starts a real PostgreSQL 18 on loopback with its cluster, roles and databases in `dataDir`, making what is missing and clearing
 * what a crashed run left. Works as root too (see asWhom). Throws StartError: port taken, no binaries, or PostgreSQL's last words.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, record, onLeftover = () => undefined } = options;
  if (options.port) await requirePort(options.port, 'PostgreSQL');
  const port = options.port ?? (await freePort(options.preferredPort));
  const secrets = readSecrets(dataDir);
  const { prefix, uid, gid } = asWhom();
  if (uid !== undefined) letThrough(dataDir);
  const folder = await ensureCluster(dataDir, secrets.postgres);
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const urls = postgresUrls(dataDir, port);
  const [program, ...args] = withDeathSignal([findBinaries().postgres, '-D', folder, ...settings(port)], 'INT');
  const [first = program, ...more] = [...prefix, program, ...args];
  const command: Command = [first, ...more];
  let version = '';

  async function launch(): Promise<Child> {
    // Again: a second start on the folder, though refused, has closed it meanwhile.
    if (uid !== undefined) letThrough(dataDir);
    await clearStalePostmaster(folder, onLeftover);
    const from = logEnd(logFile);
    const child = await spawnChild({ name: 'postgres', command, logFile, record, env: { ...process.env, LC_ALL: 'C' }, ...(uid !== undefined && { uid, gid }) });
    await untilReady(
      { vi: `PostgreSQL 127.0.0.1:${port}`, en: `PostgreSQL 127.0.0.1:${port}` },
      async () => {
        if (!child.isAlive()) {
          const said = logTail(logFile, from).split('\n').filter((line) => /FATAL|HINT|ERROR|error/.test(line)).join(' ');
          throw new StartError({ vi: `PostgreSQL không khởi động được: ${said} (nhật ký: ${logFile})`, en: `PostgreSQL cannot start: ${said} (log: ${logFile})` });
        }
        version = await asSuperuser(urls.superUrl, async (client) => String((await client.query<{ v: string }>("SELECT current_setting('server_version') AS v")).rows[0]?.v));
      },
      // After a crash it first replays its log, which may take a while.
      { withinMs: 60_000, everyMs: 30 },
    );
    await ensureDatabases(urls.superUrl, secrets);
    return child;
  }

  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, and a checkpoint is written.
  const part = await startPart({ name: 'postgres', launch, stopSignal: 'SIGINT' });
  return { ...part, ...urls, port, version, secrets };
}
