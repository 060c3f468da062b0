import { createLogger, loadWorkerConfig, serve } from '@totrinh/platform';
import { quietRuntime } from './quiet-runtime.ts';
import { startWorker } from './start-worker.ts';

// The process of the lifecycle: Temporal's worker, the clock of deadlines and the relay of the outbox.
const logger = createLogger('worker', process.env['TOTRINH_LOG'] || 'info');
quietRuntime(logger);
await serve(logger, async () => startWorker(loadWorkerConfig(process.env), logger));
