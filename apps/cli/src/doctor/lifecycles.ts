import { WorkflowClient, type Connection } from '@temporalio/client';
import { eachDossier, type Desk } from '@totrinh/casework';
import { CLOCK_WORKFLOW_ID, lifecycleWorkflowId, TASK_QUEUE } from '@totrinh/messages';

const AT_ONCE = 16;
const NOT_FOUND = 5;
const RUNNING = 1;

/** Asks Temporal about workflows by their ids, never by its index, which lags behind. */
export class Lifecycles {
  readonly #connection: Connection;
  readonly #namespace: string;

  constructor(connection: Connection, namespace: string) {
    this.#connection = connection;
    this.#namespace = namespace;
  }

  async isRunning(workflowId: string): Promise<boolean> {
    try {
      const { workflowExecutionInfo } = await this.#connection.workflowService.describeWorkflowExecution({ namespace: this.#namespace, execution: { workflowId } });
      return workflowExecutionInfo?.status === RUNNING;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return false;
      throw error;
    }
  }

  isClockRunning(): Promise<boolean> {
    return this.isRunning(CLOCK_WORKFLOW_ID);
  }

  /** Starts the clock of deadlines; the worker's own way to do it is the same. */
  async startClock(): Promise<void> {
    const client = new WorkflowClient({ connection: this.#connection, namespace: this.#namespace });
    await client.start('deadlineClock', { workflowId: CLOCK_WORKFLOW_ID, taskQueue: TASK_QUEUE, args: [], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
  }

  /** Open dossiers, of those that wait for no call, whose workflow does not run. */
  async missing(desk: Desk): Promise<string[]> {
    const missing: string[] = [];
    for await (const batch of eachDossier(desk, true)) {
      for (let at = 0; at < batch.length; at += AT_ONCE) {
        const some = batch.slice(at, at + AT_ONCE);
        const running = await Promise.all(some.map((dossier) => this.isRunning(lifecycleWorkflowId(dossier))));
        missing.push(...some.filter((_, i) => !running[i]));
      }
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
