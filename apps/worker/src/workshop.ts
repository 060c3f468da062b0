import { setTimeout as pause } from 'node:timers/promises';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { reasonOf, type Logger } from '@totrinh/platform';

const AGAIN_MS = 1_000;

/** Temporal's worker, made anew whenever it had to give up. */
export interface Workshop {
  stop(): Promise<void>;
}

/**
 * Runs a Temporal worker until it is stopped. A worker outlives a Temporal that goes away, but not one that comes back without
 * the namespace; then a new one is made every second until it runs. `onWorking` is told each time it runs (again).
 * Throws when the first one cannot be made.
 */
export async function openWorkshop(connection: NativeConnection, options: Omit<WorkerOptions, 'connection'>, onWorking: () => void, logger: Logger): Promise<Workshop> {
  const create = (): Promise<Worker> => Worker.create({ connection, ...options });
  const ending = new AbortController();
  let worker: Worker | undefined = await create();

  async function keepWorking(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        worker ??= await create();
        const run = worker.run();
        onWorking();
        await run;
      } catch (error) {
        logger.warn({ reason: reasonOf(error) }, 'the worker had to give up; it is made anew');
        await pause(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => ending.signal.aborted);
      }
      worker = undefined;
    }
  }
  const done = keepWorking();
  return {
    async stop() {
      ending.abort();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}
