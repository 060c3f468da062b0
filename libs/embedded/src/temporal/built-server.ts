import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@totrinh/platform';
import { ensureDatabases } from '../postgres/databases.ts';
import type { RunningPostgres } from '../postgres/start-postgres.ts';
import { lastWords, logEnd, spawnChild, type Child } from '../processes/child.ts';
import { withDeathSignal } from '../processes/death-signal.ts';
import { startPart } from '../processes/part.ts';
import { freePorts } from '../processes/ports.ts';
import type { RunRecord } from '../processes/run-record.ts';
import type { TemporalBuild } from './cache.ts';
import { ensureNamespace } from './namespace.ts';
import type { RunningTemporal } from './running-temporal.ts';
import { ensureSchema, forgetOldHosts } from './schema.ts';
import { dynamicConfig, serverConfig, type TemporalPorts } from './server-config.ts';

export type ServerOptions = {
  readonly dataDir: string;
  readonly record: RunRecord;
  readonly postgres: RunningPostgres;
  readonly namespace: string;
  readonly build: TemporalBuild;
};

const READY_MS = 60_000;

async function drawPorts(): Promise<TemporalPorts> {
  const [frontend = 0, http = 0, matching = 0, history = 0, worker = 0, ...rest] = await freePorts(9);
  const [first = 0, second = 0, third = 0, fourth = 0] = rest;
  return { frontend, http, matching, history, worker, membership: [first, second, third, fourth] };
}

/**
 * Runs the real server on the house's PostgreSQL: databases and tables are made where they are missing (also on a restart, so that
 * an emptied database is whole again), then the namespace. Its configuration with the password is readable by its owner alone.
 */
export async function startBuiltServer(options: ServerOptions): Promise<RunningTemporal> {
  const { dataDir, record, postgres, namespace, build } = options;
  const folder = join(dataDir, 'temporal');
  const logFile = join(dataDir, 'logs', 'temporal.log');
  const store = { host: '127.0.0.1', port: postgres.port, user: 'totrinh_temporal', password: postgres.secrets.temporal };
  const configFile = join(folder, 'server.yaml');
  const ports = await drawPorts();
  const address = `127.0.0.1:${ports.frontend}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'dynamic.yaml'), dynamicConfig());
  writeFileSync(configFile, serverConfig(ports, store, join(folder, 'dynamic.yaml')), { mode: 0o600 });

  async function launch(): Promise<Child> {
    await ensureDatabases(postgres.superUrl, postgres.secrets);
    await ensureSchema(build, store);
    await forgetOldHosts(store);
    const from = logEnd(logFile);
    const child = await spawnChild({
      name: 'temporal',
      logFile,
      record,
      // Killed with its runner, not asked: what it knows is in PostgreSQL, and it would wait long for one that ends beside it.
      command: withDeathSignal([build.server, '--config-file', configFile, '--allow-no-auth', 'start'], 'KILL'),
    });
    const gone = new AbortController();
    void child.exited.then(() => gone.abort());
    try {
      await ensureNamespace(address, namespace, READY_MS, gone.signal);
      return child;
    } catch (error) {
      await child.end('SIGKILL');
      const said = lastWords(logFile, from);
      throw new StartError({ vi: `Temporal không khởi động được (${said}; nhật ký: ${logFile})`, en: `Temporal cannot start (${said}; log: ${logFile})` }, { cause: error });
    }
  }

  const part = await startPart({ name: 'temporal', launch, stopSignal: 'SIGTERM', graceMs: 2_000 });
  const note = { vi: `máy chủ ${build.version}, lưu trong PostgreSQL`, en: `server ${build.version}, persisting in PostgreSQL` };
  return { ...part, address, namespace, way: 'server', note };
}
