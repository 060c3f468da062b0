import type { WorkflowClient } from '@temporalio/client';
import { CLOCK_WORKFLOW_ID } from '@totrinh/messages';
import type { deadlineClock } from '@totrinh/workflows';

/** Starts the one clock of deadlines where it is missing; does nothing where it runs. */
export async function ensureClock(client: WorkflowClient, taskQueue: string): Promise<void> {
  await client.start<typeof deadlineClock>('deadlineClock', { workflowId: CLOCK_WORKFLOW_ID, taskQueue, args: [], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
}
