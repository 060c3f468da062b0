import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from '@totrinh/platform';

/** Temporal's own words go to the process's log, from warnings on; signals are left to the process, which stops in its own order. */
export function quietRuntime(logger: Logger): void {
  const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => logger[levels[level]]({ temporal: meta }, message)),
    // Each retried call would be a warning while Temporal is away; the relay says that in one line.
    telemetryOptions: { logging: { filter: `${makeTelemetryFilterString({ core: 'WARN' })},temporalio_client::retry=ERROR`, forward: {} } },
  });
}
