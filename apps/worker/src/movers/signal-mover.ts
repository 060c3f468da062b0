import type { WorkflowClient } from '@temporalio/client';
import { lifecycleWorkflowId, MOVED } from '@totrinh/messages';
import type { dossierLifecycle } from '@totrinh/workflows';
import { LIFECYCLE_OPTIONS, type Mover } from './mover.ts';

const DEADLINE_MS = 10_000;

/** Moves by Signal-with-start: Temporal answers when the signal is stored, before the workflow has looked. */
export function createSignalMover(client: WorkflowClient, taskQueue: string): Mover {
  return {
    async move(dossier, version) {
      await client.withDeadline(Date.now() + DEADLINE_MS, () => client.signalWithStart<typeof dossierLifecycle, [number]>('dossierLifecycle', {
        ...LIFECYCLE_OPTIONS, taskQueue, workflowId: lifecycleWorkflowId(dossier), args: [dossier], signal: MOVED, signalArgs: [version],
      }));
    },
  };
}
