import type { WorkflowClient } from '@temporalio/client';
import { REPLAN_WORKFLOW_ID } from '@totrinh/messages';
import type { calendarReplan } from '@totrinh/workflows';

/** Starts the one job that follows changes of calendars where it is missing; does nothing where it runs. */
export async function ensureReplan(client: WorkflowClient, taskQueue: string): Promise<void> {
  await client.start<typeof calendarReplan>('calendarReplan', { workflowId: REPLAN_WORKFLOW_ID, taskQueue, args: [], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
}
