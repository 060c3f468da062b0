import pg from 'pg';
import { reasonOf, type Logger } from '@totrinh/platform';

/** Rings a NOTIFY channel, outside of any act's transaction. */
export interface Bell {
  /** Tells the channel's listeners of a dossier, soon, or never when the database is away. */
  ring(dossier: string): void;
  stop(): Promise<void>;
}

/**
 * A bell on a connection of its own: what is rung while one notice is on its way goes out with the next, each id once. It is
 * lossy on purpose; whoever waits for a notice also looks by itself.
 */
export function createBell(url: string, channel: string, logger: Logger): Bell {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, keepAlive: true, application_name: 'totrinh-bell' });
  pool.on('error', (error) => logger.warn({ reason: reasonOf(error) }, 'lost the session that rings'));
  const waiting = new Set<string>();
  let ringing: Promise<void> | undefined;

  async function ringAll(): Promise<void> {
    while (waiting.size > 0) {
      const dossiers = [...waiting];
      waiting.clear();
      await pool.query({ name: 'ring', text: 'select pg_notify($1, dossier) from unnest($2::text[]) as dossier', values: [channel, dossiers] });
    }
  }
  return {
    ring(dossier) {
      waiting.add(dossier);
      ringing ??= ringAll()
        .catch((error: unknown) => logger.debug({ reason: reasonOf(error) }, 'a notice was lost'))
        .finally(() => { ringing = undefined; });
    },
    async stop() {
      await ringing;
      await pool.end();
    },
  };
}
