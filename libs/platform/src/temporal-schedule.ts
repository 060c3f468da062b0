import type { ConnectionLike } from '@temporalio/client';

/** A workflow that Temporal starts every minute; one that is still at work is not started again, and what was missed for longer than a minute is left out. */
export interface MinuteSchedule { readonly id: string; readonly workflowType: string; readonly taskQueue: string }

const NOT_FOUND = 5;
const UNIMPLEMENTED = 12;

/** Creates the schedule where it is missing; one that stands already is left as it is, paused or not. */
export async function ensureSchedule(connection: ConnectionLike, namespace: string, { id, workflowType, taskQueue }: MinuteSchedule): Promise<void> {
  const { ScheduleAlreadyRunning, ScheduleClient, ScheduleOverlapPolicy } = await import('@temporalio/client');
  try {
    await new ScheduleClient({ connection, namespace }).create({
      scheduleId: id, spec: { intervals: [{ every: '1 minute' }] },
      action: { type: 'startWorkflow', workflowType, workflowId: id, taskQueue, args: [], workflowRunTimeout: '15 minutes' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

/** Whether a schedule stands. Of a server that knows no schedules it is not asked: true. */
export async function isScheduled(connection: ConnectionLike, namespace: string, scheduleId: string): Promise<boolean> {
  try {
    await connection.workflowService.describeSchedule({ namespace, scheduleId });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === NOT_FOUND) return false;
    if (error.code === UNIMPLEMENTED) return true;
    throw error;
  }
}
