import { stringify } from 'yaml';

/** Loopback ports of one Temporal server, two per service (calls and membership) and one for HTTP. */
export type TemporalPorts = {
  readonly frontend: number;
  readonly http: number;
  readonly matching: number;
  readonly history: number;
  readonly worker: number;
  readonly membership: readonly [number, number, number, number];
};

export type Store = { readonly host: string; readonly port: number; readonly user: string; readonly password: string };

function store({ host, port, user, password }: Store, databaseName: string, maxConns: number): unknown {
  return {
    sql: {
      ...{ pluginName: 'postgres12_pgx', databaseName, connectAddr: `${host}:${port}`, connectProtocol: 'tcp' },
      ...{ user, password, maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' },
    },
  };
}

/** The server's configuration file: all four services in one process on loopback, persisting in PostgreSQL. */
export function serverConfig(ports: TemporalPorts, postgres: Store, dynamicConfigFile: string): string {
  const service = (grpcPort: number, membershipPort: number, more: object = {}): unknown => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true, ...more },
  });
  const [frontend, matching, history, worker] = ports.membership;
  return stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'default', visibilityStore: 'visibility' },
      // Fixed for the life of the database; a handful serves one machine best.
      numHistoryShards: 4,
      datastores: { default: store(postgres, 'temporal', 20), visibility: store(postgres, 'temporal_visibility', 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.frontend, frontend, { httpPort: ports.http }),
      matching: service(ports.matching, matching),
      history: service(ports.history, history),
      worker: service(ports.worker, worker),
    },
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10, masterClusterName: 'active', currentClusterName: 'active' },
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${ports.frontend}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '60s' },
  });
}

/**
 * Limits that guard a shared cluster against one tenant, raised: here one machine has one tenant, and a load test would measure
 * the limit. One partition per task queue: with one server, more only add a hop.
 */
export function dynamicConfig(): string {
  const limits = {
    'frontend.rps': 100_000,
    'frontend.namespaceRPS': 100_000,
    'frontend.namespaceRPS.visibility': 1_000,
    'frontend.namespaceRPS.namespaceReplicationInducingAPIs': 100,
    'frontend.persistenceMaxQPS': 100_000,
    'history.rps': 100_000,
    'history.persistenceMaxQPS': 100_000,
    'matching.rps': 100_000,
    'matching.persistenceMaxQPS': 100_000,
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
  };
  return stringify(Object.fromEntries(Object.entries(limits).map(([key, value]) => [key, [{ value }]])));
}
