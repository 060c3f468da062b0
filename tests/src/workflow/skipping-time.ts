import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { lifecycleWorkflowId, MOVE, MOVED, postQueue, type CaseActivities, type ClockActivities, type EffectActivities, type ReplanActivities } from '@totrinh/messages';
import { buildWorkflowBundle } from '@totrinh/worker';
import type { dossierLifecycle } from '@totrinh/workflows';
import { eventually } from '../house/eventually.ts';
import { testServerAdvice, testServerPath } from '../house/test-server.ts';
import { quietTemporal } from './quiet-temporal.ts';

/** A Temporal whose clock jumps whenever nothing happens, and a worker that runs the workflows with a test's own activities. */
export class SkippingTime {
  readonly env: TestWorkflowEnvironment;
  readonly #bundle: WorkflowBundle;
  /** A queue of one test, so that a workflow left behind by another meets no worker. */
  taskQueue = '';

  constructor(env: TestWorkflowEnvironment, bundle: WorkflowBundle) {
    this.env = env;
    this.#bundle = bundle;
  }

  /** Runs a worker with these activities for as long as `work` takes, on a queue of its own or where another has been; `remembers` how many workflows it keeps between their tasks. */
  async working<T>(activities: Partial<CaseActivities & ClockActivities & EffectActivities & ReplanActivities>, work: () => Promise<T>, remembers = 50, queue: string = randomUUID()): Promise<T> {
    this.taskQueue = queue;
    const worker = await Worker.create({ connection: this.env.nativeConnection, taskQueue: this.taskQueue, workflowBundle: this.#bundle, activities, maxCachedWorkflows: remembers });
    const { runEffect } = activities;
    if (!runEffect) return worker.runUntil(work);
    const post = await Worker.create({ connection: this.env.nativeConnection, taskQueue: postQueue(this.taskQueue), activities: { runEffect } });
    return post.runUntil(() => worker.runUntil(work));
  }

  /** Ends a workflow as if it were lost, once it rests: the server forgets to skip time where a task is cut off under way. */
  async lose(workflowId: string): Promise<void> {
    const handle = this.env.client.workflow.getHandle(workflowId);
    await eventually('the workflow rests', async () => {
      const last = (await handle.fetchHistory()).events?.at(-1);
      return last && !last.workflowTaskScheduledEventAttributes && !last.workflowTaskStartedEventAttributes && !last.activityTaskScheduledEventAttributes && !last.activityTaskStartedEventAttributes;
    });
    await handle.terminate('lost');
  }

  lifecycle(dossier: string): WorkflowHandle<typeof dossierLifecycle> {
    return this.env.client.workflow.getHandle<typeof dossierLifecycle>(lifecycleWorkflowId(dossier));
  }

  /** Calls for a move by signal, as the relay could: starts the workflow where it is missing. */
  async signal(dossier: string, version: number, ...more: unknown[]): Promise<WorkflowHandle<typeof dossierLifecycle>> {
    await this.env.client.workflow.signalWithStart('dossierLifecycle', { ...this.#start(dossier), signal: MOVED, signalArgs: [version, ...more] });
    return this.lifecycle(dossier);
  }

  /** Calls for a move by update, as the relay does. Answers when the workflow has taken it in. */
  async update(dossier: string, version: number): Promise<WorkflowHandle<typeof dossierLifecycle>> {
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof dossierLifecycle>('dossierLifecycle', this.#start(dossier));
    await this.env.client.workflow.executeUpdateWithStart(MOVE, { args: [version], startWorkflowOperation });
    return this.lifecycle(dossier);
  }

  #start(dossier: string): { taskQueue: string; workflowId: string; args: [string]; workflowIdConflictPolicy: 'USE_EXISTING' } {
    return { taskQueue: this.taskQueue, workflowId: lifecycleWorkflowId(dossier), args: [dossier], workflowIdConflictPolicy: 'USE_EXISTING' };
  }
}

/**
 * A suite on a Temporal that skips time. `use` gives it once the suite runs. Where the server is missing the suite is skipped, and
 * its name says how to provide it; the gate provides it, so that there a missing one is a failure.
 */
export function describeSkippingTime(name: string, body: (use: () => SkippingTime) => void): void {
  const path = testServerPath();
  if (path === undefined && process.env['CI']) throw new Error(testServerAdvice);
  if (path === undefined) {
    describe.skip(`${name} (${testServerAdvice})`, () => body(() => { throw new Error('skipped'); }));
    return;
  }
  describe(name, () => {
    let time: SkippingTime | undefined;
    beforeAll(async () => {
      quietTemporal();
      // The SDK gives the server five seconds to come up; on a machine that is busy it comes up the second time.
      const env = await eventually('the server that skips time is up', () => TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } }), { withinMs: 60_000 });
      time = new SkippingTime(env, await buildWorkflowBundle());
    }, 120_000);
    afterAll(() => time?.env.teardown());
    body(() => {
      if (!time) throw new Error('the suite has not begun');
      return time;
    });
  });
}
