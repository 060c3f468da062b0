import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * A logger of one process: JSON lines on stderr, since stdout belongs to the one READY line. `level` is pino's (info by default).
 * Bearer tokens, passwords and keys never reach the log, wherever they hang in a logged object one level deep.
 */
export function createLogger(name: string, level = 'info'): Logger {
  return pino(
    {
      name,
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.authorization', '*.password', '*.apiKey', '*.accessToken', 'authorization', 'password', 'apiKey', 'accessToken'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** A child whose every line carries the correlation id of one request or act, so that API, worker and record can be joined. */
export function withCorrelation(logger: Logger, correlationId: string): Logger {
  return logger.child({ correlationId });
}
