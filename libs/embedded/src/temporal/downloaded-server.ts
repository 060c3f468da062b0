import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { freePort } from '../processes/ports.ts';
import { ensureNamespace } from './namespace.ts';
import type { RunningTemporal } from './running-temporal.ts';

/**
 * Runs the server that Temporal's SDK downloads, persisting in a SQLite file. The SDK holds the process, so it has no number here
 * and a kill is the SDK's stop.
 */
export async function startDownloadedServer(dataDir: string, namespace: string): Promise<RunningTemporal> {
  // Loaded only when this last way is taken: the package is for tests, and its native core is heavy.
  const { TestWorkflowEnvironment: Environment } = await import('@temporalio/testing');
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const dbFilename = join(dataDir, 'temporal.db');
  let environment: TestWorkflowEnvironment | undefined;

  async function launch(): Promise<void> {
    environment = await Environment.createLocal({ server: { ip: '127.0.0.1', port, dbFilename, namespace } });
    await ensureNamespace(address, namespace, 30_000);
  }
  async function end(): Promise<void> {
    await environment?.teardown();
    environment = undefined;
  }

  await launch();
  return {
    name: 'temporal',
    address,
    namespace,
    way: 'download',
    note: { vi: `bản do SDK của Temporal tải về, lưu trong ${dbFilename}`, en: `downloaded by Temporal's SDK, persisting in ${dbFilename}` },
    pid: () => undefined,
    rss: () => undefined,
    kill: end,
    stop: end,
    async restart() {
      await end();
      await launch();
    },
    // The SDK does not tell when its server ends.
    onDown: () => undefined,
  };
}
