import { WithStartWorkflowOperation, type WorkflowClient } from '@temporalio/client';
import { lifecycleWorkflowId, MOVE } from '@totrinh/messages';
import type { dossierLifecycle } from '@totrinh/workflows';
import { LIFECYCLE_OPTIONS, type Mover } from './mover.ts';

/** A call that no worker takes up would wait for ever and hold a place of the relay; its row comes again. */
const DEADLINE_MS = 10_000;

/**
 * Moves by Update-with-start: Temporal writes nothing until the workflow has taken the call in, and then the call, the move
 * and its task in one go. Each call has an id of its own: a call that is sent again must be heard again.
 */
export function createUpdateMover(client: WorkflowClient, taskQueue: string): Mover {
  return {
    async move(dossier, version) {
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof dossierLifecycle>('dossierLifecycle', {
        ...LIFECYCLE_OPTIONS, taskQueue, workflowId: lifecycleWorkflowId(dossier), args: [dossier],
      });
      await client.withDeadline(Date.now() + DEADLINE_MS, () => client.executeUpdateWithStart(MOVE, { args: [version], startWorkflowOperation }));
    },
  };
}
