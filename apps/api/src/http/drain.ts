import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 64_000_000;
const LONGEST_MS = 5_000;

/**
 * Reads and drops what is still coming of a body that was refused, so that whoever sends it hears the answer rather than a
 * broken connection. Gives up on what is larger than 64 MB or slower than 5 s.
 */
export function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed || Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const done = (): void => {
      clearTimeout(patience);
      request.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    };
    const patience = setTimeout(done, LONGEST_MS);
    request.on('data', count).once('end', done).once('close', done).resume();
  });
}
