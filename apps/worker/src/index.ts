export { startWorker, type WorkerChoices } from './start-worker.ts';
export { buildWorkflowBundle } from './workflow-bundle.ts';
export { createSignalMover } from './movers/signal-mover.ts';
export { createUpdateMover } from './movers/update-mover.ts';
export type { Mover } from './movers/mover.ts';
export { Relay, type RelayParts } from './relay.ts';
