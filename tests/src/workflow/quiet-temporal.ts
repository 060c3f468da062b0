import { DefaultLogger, Runtime } from '@temporalio/worker';

let quiet = false;

/** Keeps Temporal's expected warnings (activities that are made to fail, workers that come and go) out of the report. */
export function quietTemporal(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: 'OFF', forward: {} } }, shutdownSignals: [] });
}
