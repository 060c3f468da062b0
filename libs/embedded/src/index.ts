export { freePort, freePorts, isPortFree, portTaken, requirePort } from './processes/ports.ts';
export { RunRecord } from './processes/run-record.ts';
export { startProcess, type ProcessOptions, type RunningProcess } from './processes/start-process.ts';
export type { Part } from './processes/part.ts';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.ts';
export { startTemporal, type TemporalOptions } from './temporal/start-temporal.ts';
export type { RunningTemporal, Way } from './temporal/running-temporal.ts';
export type { Say } from './temporal/build-server.ts';
