import type { NativeConnection } from '@temporalio/worker';
import { lifecycleWorkflowId, SWEEP_SCHEDULE_ID } from '@totrinh/messages';
import { ensureSchedule, runningAmong } from '@totrinh/platform';

/** Creates the Schedule that sweeps every minute where it is missing; does nothing where it stands. */
export async function ensureSweep(connection: NativeConnection, namespace: string, taskQueue: string): Promise<void> {
  await ensureSchedule(connection, namespace, { id: SWEEP_SCHEDULE_ID, workflowType: 'sweep', taskQueue });
}

/** Asks Temporal which of some dossiers no workflow leads. */
export function missingLifecycles(connection: NativeConnection, namespace: string): (dossiers: readonly string[]) => Promise<readonly string[]> {
  return async (dossiers) => {
    const running = await runningAmong(connection, namespace, dossiers.map(lifecycleWorkflowId));
    return dossiers.filter((dossier) => !running.has(lifecycleWorkflowId(dossier)));
  };
}
