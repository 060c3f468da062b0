import type { WorkflowHandle } from '@temporalio/client';
import { lifecycleWorkflowId, MOVED, type ClockActivities } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { FakeLedger, STORY } from './fake-ledger.ts';
import { onTemporal } from './on-temporal.ts';

export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** A life of a workflow on the real server: its id and what Temporal has written down of it. */
export interface Life { readonly workflowId: string; readonly history: History }

/** A dossier led from draft to issue. It is returned once on the way, and hears one call as a signal and one twice. */
export async function liveDossier(id: string): Promise<Life & { readonly ledger: FakeLedger }> {
  const ledger = new FakeLedger();
  const workflowId = lifecycleWorkflowId(id);
  const history = await onTemporal(ledger.activities, async ({ client, call }) => {
    await call(id, ledger.version);
    for (const [n, { act }] of STORY.entries()) {
      if (n === 1) {
        ledger.dossier.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU: bổ sung số liệu');
        await client.workflow.getHandle(workflowId).signal(MOVED, ledger.version);
        await eventually('the draft is open again', () => ledger.dossier.case.pending.length === 0);
        ledger.dossier.submit();
        await call(id, ledger.version);
      }
      act(ledger.dossier);
      await call(id, ledger.version);
      await eventually('the dossier has moved', () => ledger.dossier.case.pending.length === 0);
      if (n === 3) await call(id, ledger.version);
    }
    await client.workflow.getHandle(workflowId).result();
    return client.workflow.getHandle(workflowId).fetchHistory();
  });
  return { workflowId, history, ledger };
}

/** A clock that has gone round three times, once with a fault. */
export async function liveClock(workflowId: string): Promise<Life> {
  let rounds = 0;
  const activities: ClockActivities = {
    async fireDueRungs() {
      rounds += 1;
      if (rounds === 2) throw new Error('the database is away');
      return { fired: rounds, sleepMs: 100 };
    },
  };
  const history = await onTemporal(activities, async ({ client, taskQueue }) => {
    const handle = await client.workflow.start('deadlineClock', { taskQueue, workflowId, args: [] });
    await eventually('it has gone round', () => rounds >= 4);
    await handle.terminate('the test is over');
    return handle.fetchHistory();
  });
  return { workflowId, history };
}
