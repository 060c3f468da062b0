import { WorkflowClient, type Connection } from '@temporalio/client';
import { eachDossier, type Desk } from '@totrinh/casework';
import { CLOCK_WORKFLOW_ID, lifecycleWorkflowId, SWEEP_SCHEDULE_ID, TASK_QUEUE } from '@totrinh/messages';
import { ensureSchedule, isScheduled, isWorkflowRunning, runningAmong } from '@totrinh/platform';

/** What the doctor asks of Temporal and starts there; the worker's own ways to start them are the same. */
export class Lifecycles {
  readonly #connection: Connection;
  readonly #namespace: string;

  constructor(connection: Connection, namespace: string) {
    this.#connection = connection;
    this.#namespace = namespace;
  }

  isClockRunning(): Promise<boolean> {
    return isWorkflowRunning(this.#connection, this.#namespace, CLOCK_WORKFLOW_ID);
  }

  /** Starts the clock of deadlines. */
  async startClock(): Promise<void> {
    const client = new WorkflowClient({ connection: this.#connection, namespace: this.#namespace });
    await client.start('deadlineClock', { workflowId: CLOCK_WORKFLOW_ID, taskQueue: TASK_QUEUE, args: [], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
  }

  isSweepScheduled(): Promise<boolean> {
    return isScheduled(this.#connection, this.#namespace, SWEEP_SCHEDULE_ID);
  }

  /** Schedules the sweep of every minute. */
  scheduleSweep(): Promise<void> {
    return ensureSchedule(this.#connection, this.#namespace, { id: SWEEP_SCHEDULE_ID, workflowType: 'sweep', taskQueue: TASK_QUEUE });
  }

  /** Open dossiers, of those that wait for no call, whose workflow does not run. */
  async missing(desk: Desk): Promise<string[]> {
    const missing: string[] = [];
    for await (const batch of eachDossier(desk, true)) {
      const running = await runningAmong(this.#connection, this.#namespace, batch.map(lifecycleWorkflowId));
      missing.push(...batch.filter((dossier) => !running.has(lifecycleWorkflowId(dossier))));
    }
    return missing.length === 0 ? [] : this.#stillMissing(desk, missing);
  }

  /** Without those that have ended since they were read, and their workflows with them. */
  async #stillMissing(desk: Desk, missing: readonly string[]): Promise<string[]> {
    const open = new Set<string>();
    for await (const batch of eachDossier(desk, true)) for (const dossier of batch) open.add(dossier);
    return missing.filter((dossier) => open.has(dossier));
  }
}
