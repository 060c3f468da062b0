import { randomUUID } from 'node:crypto';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { lifecycleWorkflowId, MOVE, postQueue, type CaseActivities, type ClockActivities, type EffectActivities } from '@totrinh/messages';
import { buildWorkflowBundle } from '@totrinh/worker';
import type { dossierLifecycle } from '@totrinh/workflows';
import { theHouse } from '../house/house-address.ts';

/** The house's real Temporal with a queue of the test's own, on which a test's activities serve. */
export interface OnTemporal {
  readonly client: Client;
  readonly taskQueue: string;
  /** Calls for a move as the relay does. */
  call(dossier: string, version: number): Promise<void>;
}

/** A history that is continued as new is longer than a client takes at once by itself. */
const LONG_ANSWERS = { 'grpc.max_receive_message_length': 64 * 1024 * 1024 };

/** Runs a worker with these activities on the house's Temporal around `work`. */
export async function onTemporal<T>(activities: Partial<CaseActivities & ClockActivities & EffectActivities>, work: (on: OnTemporal) => Promise<T>): Promise<T> {
  const { temporalAddress: address, namespace } = theHouse();
  const taskQueue = `test-${randomUUID()}`;
  const [native, connection] = await Promise.all([NativeConnection.connect({ address }), Connection.connect({ address, channelArgs: LONG_ANSWERS })]);
  try {
    const client = new Client({ connection, namespace });
    const worker = await Worker.create({ connection: native, namespace, taskQueue, workflowBundle: await buildWorkflowBundle(), activities });
    const call = async (dossier: string, version: number): Promise<void> => {
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof dossierLifecycle>('dossierLifecycle', { taskQueue, workflowId: lifecycleWorkflowId(dossier), args: [dossier], workflowIdConflictPolicy: 'USE_EXISTING' });
      await client.workflow.executeUpdateWithStart(MOVE, { args: [version], startWorkflowOperation });
    };
    const { runEffect } = activities;
    const around = (): Promise<T> => work({ client, taskQueue, call });
    if (!runEffect) return await worker.runUntil(around);
    const post = await Worker.create({ connection: native, namespace, taskQueue: postQueue(taskQueue), activities: { runEffect } });
    return await post.runUntil(() => worker.runUntil(around));
  } finally {
    await connection.close();
    await native.close();
  }
}
