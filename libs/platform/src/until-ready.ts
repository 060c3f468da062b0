import { setTimeout as pause } from 'node:timers/promises';
import { StartError, reasonOf, type Sentence } from './start-error.ts';

/** How long to try (ms, 20,000 by default), how long between two tries (ms, 250 by default), and when to give up early. */
export type Patience = { readonly withinMs?: number; readonly everyMs?: number; readonly signal?: AbortSignal };

/**
 * Tries until the service answers and returns its first answer; each failure is followed by a short pause.
 * Throws StartError with one sentence that names the service, the span and the last reason when the span is over.
 * `what` is the service's name and address in both languages, such as "PostgreSQL 127.0.0.1:5432".
 */
export async function untilReady<T>(what: Sentence, attempt: () => Promise<T>, patience: Patience = {}): Promise<T> {
  const { withinMs = 20_000, everyMs = 250, signal } = patience;
  const began = performance.now();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const waited = performance.now() - began;
      if (error instanceof StartError) throw error;
      if (signal?.aborted || waited + everyMs > withinMs) {
        const seconds = Math.round(waited / 1000);
        const reason = reasonOf(error);
        throw new StartError(
          { vi: `Không kết nối được ${what.vi} sau ${seconds} giây (${reason})`, en: `cannot reach ${what.en} after ${seconds} s (${reason})` },
          { cause: error },
        );
      }
    }
    await pause(everyMs);
  }
}
