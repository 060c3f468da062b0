import { cast, resume, suspend } from '@totrinh/casework';
import { lifecycleWorkflowId, MOVED } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { must } from '../house/ledger-house.ts';
import { EngineHouse } from './engine-house.ts';
import type { History } from './lives.ts';
import { onTemporal } from './on-temporal.ts';

const DAY_MS = 86_400_000;
const WEIGHT = 'x'.repeat(1_000_000);

/** The runs of one dossier's workflow, the first of which was continued as the second. */
export interface LongLife { readonly workflowId: string; readonly runs: readonly [History, History] }

/**
 * A dossier that goes through everything by itself: side by side a review and a webhook that is tried twice, while it is suspended and goes on;
 * then, as a new run, a vote in a sub-route, a notice, and a wait that time ends.
 */
export async function liveEngineDossier(): Promise<LongLife> {
  const house = await EngineHouse.open();
  const { ledger, hook } = house;
  hook.answers = [503];
  try {
    return await onTemporal(house.activities, async ({ client, call }) => {
      const d = await house.dossier('duong-dai');
      const workflowId = lifecycleWorkflowId(d.id);
      const handle = client.workflow.getHandle(workflowId);
      const called = async (): Promise<void> => call(d.id, (await d.load()).case.seq);
      const rests = (...at: string[]): Promise<true> => eventually(`the dossier rests at ${at.join(', ')}`, async () => (await house.restsAt(d))?.join() === at.join());
      const by = (person: string): ReturnType<typeof ledger.request> => ledger.request(person);

      await called();
      await rests('soan-thao');
      must(await d.submit());
      await called();
      await rests('song-song', 'xet');
      must(await suspend(ledger.desk, { dossier: d.id, until: '2022-07-25', reason: 'MẪU' }, by('vptu-pho')));
      await called();
      must(await resume(ledger.desk, { dossier: d.id, reason: 'MẪU' }, by('vptu-pho')));
      await called();
      const { runId: first } = await handle.describe();
      // Calls that carry a weight nobody reads: five megabytes, which the server finds long.
      for (let n = 0; n < 5; n += 1) await handle.signal(MOVED, 0, WEIGHT);
      must(await d.decide('xet', 'btctu-truong', 'approved'));
      await called();
      await rests('bieu-quyet', 'bieu-quyet/lay-phieu');
      // Continued only when it has looked again, as after any call; a task of the workflow that an update made alone is not told that it is long.
      const { runId: second } = await eventually('a new run leads the dossier', async () => {
        await handle.signal(MOVED, (await d.load()).case.seq);
        const run = await handle.describe();
        return run.runId !== first && run;
      }, { everyMs: 500 });
      for (const member of ['btv-1', 'btv-2']) must(await cast(ledger.desk, { task: (await d.task('bieu-quyet/lay-phieu', member)).id, choice: 'yes', reason: null }, by(member)));
      // A rung whose dossier is just being moved is left for the clock's next look, so the clock looks until it has fired.
      const passes = async (days: number): Promise<void> => {
        ledger.clock.pass(days * DAY_MS);
        await eventually(`a rung fires after ${days} days`, async () => (await house.activities.fireDueRungs()).fired > 0, { everyMs: 200 });
        await called();
      };
      await passes(6);
      await rests('cho');
      await passes(3);
      await handle.result();
      const runs = await Promise.all([first, second].map((runId) => client.workflow.getHandle(workflowId, runId).fetchHistory()));
      return { workflowId, runs: [runs[0] as History, runs[1] as History] };
    });
  } finally {
    await house.close();
  }
}
