import { StartError } from './start-error.ts';
import type { Logger } from './logger.ts';

/** A running process: what stands on its READY line, and how it ends what it holds. */
export type Serving = { readonly ready: string; stop(): Promise<void> };

/**
 * The frame of an entry point: starts, prints `READY <address-or-name>` as the only line on stdout, and stops once on SIGTERM or
 * SIGINT. A StartError is printed as its one sentence (exit 1); any other failure is logged with its stack (exit 1).
 */
export async function serve(logger: Logger, start: () => Promise<Serving>): Promise<void> {
  try {
    const serving = await start();
    let ending: Promise<void> | undefined;
    const end = (signal: string): void => {
      ending ??= serving.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error, signal }, 'stop failed');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', end).on('SIGINT', end);
    process.stdout.write(`READY ${serving.ready}\n`);
  } catch (error) {
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else logger.fatal({ err: error }, 'start failed');
    process.exit(1);
  }
}
