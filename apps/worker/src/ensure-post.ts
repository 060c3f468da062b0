import { ScheduleAlreadyRunning, ScheduleClient, type WorkflowClient } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { DIGEST_SCHEDULE_ID, POST_WORKFLOW_ID } from '@totrinh/messages';
import type { dailyDigest, postRound } from '@totrinh/workflows';

/** Starts the one round of letters and webhooks where it is missing; does nothing where it runs. */
export async function ensurePostRound(client: WorkflowClient, taskQueue: string): Promise<void> {
  await client.start<typeof postRound>('postRound', { workflowId: POST_WORKFLOW_ID, taskQueue, args: [], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
}

/** Schedules the letters of the day at 08:00 of the office, where they are not scheduled yet; a morning without a worker is made up for in the course of the day. */
export async function ensureDigest(connection: NativeConnection, namespace: string, taskQueue: string): Promise<void> {
  try {
    await new ScheduleClient({ connection, namespace }).create({
      scheduleId: DIGEST_SCHEDULE_ID,
      spec: { calendars: [{ hour: 8, minute: 0 }], timezone: 'Asia/Ho_Chi_Minh' },
      policies: { overlap: 'SKIP', catchupWindow: '9 hours' },
      action: { type: 'startWorkflow', workflowType: 'dailyDigest' satisfies (typeof dailyDigest)['name'], workflowId: DIGEST_SCHEDULE_ID, taskQueue, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
