import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reasonOf, type Logger } from '@totrinh/platform';

const AGAIN_MS = 1_000;

export interface Listening {
  /** Ends the session; nothing is heard after it. */
  stop(): Promise<void>;
}

/**
 * Hears a NOTIFY channel on a session of its own and calls `heard` for each notice, and once whenever the session was made
 * anew, since notices may have been missed. A lost session is made again every second; answers at once, whether it is there or not.
 */
export function listen(url: string, channel: string, heard: () => void, logger: Logger): Listening {
  const ending = new AbortController();
  const done = keepListening(url, channel, heard, logger, ending.signal);
  return {
    async stop() {
      ending.abort();
      await done;
    },
  };
}

async function keepListening(url: string, channel: string, heard: () => void, logger: Logger, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    try {
      await session(url, channel, heard, ending);
    } catch (error) {
      logger.warn({ reason: reasonOf(error), channel }, 'lost the session that listens');
      await pause(AGAIN_MS, undefined, { signal: ending }).catch(() => ending.aborted);
    }
  }
}

async function session(url: string, channel: string, heard: () => void, ending: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'totrinh-listen' });
  const over = new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('end', () => resolve());
    ending.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.connect();
    client.on('notification', heard);
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    heard();
    await over;
  } finally {
    await client.end();
  }
}
