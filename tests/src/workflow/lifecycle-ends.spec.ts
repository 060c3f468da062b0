import { ApplicationFailure } from '@temporalio/client';
import { lifecycleWorkflowId } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { FakeLedger, STORY } from './fake-ledger.ts';
import { describeSkippingTime } from './skipping-time.ts';

const WEIGHT = 'x'.repeat(1_000_000);
const causesOf = (fault: unknown): unknown[] => (fault instanceof Error ? [fault, ...causesOf(fault.cause)] : []);

describeSkippingTime('a lifecycle that ends, or begins again', (use) => {
  /** The way a dossier has gone, without ids: equal for two dossiers that lived the same life. */
  const lifeOf = (ledger: FakeLedger): string[] => ledger.dossier.facts.map((f) => (f.type === 'step.opened' ? `opened ${f.data.path}` : f.type === 'step.settled' ? `settled ${f.data.outcome}` : f.type));
  const undisturbed = (): string[] => {
    const ledger = new FakeLedger();
    ledger.dossier.move();
    for (const { act } of STORY) { act(ledger.dossier); ledger.dossier.move(); }
    return lifeOf(ledger);
  };
  const moved = (ledger: FakeLedger): Promise<true> => eventually('nothing is left to open', () => ledger.dossier.case.pending.length === 0);

  test('begun on a closed dossier, it ends at once and changes nothing', async () => {
    const ledger = new FakeLedger();
    ledger.dossier.move();
    for (const { act } of STORY) { act(ledger.dossier); ledger.dossier.move(); }
    const { version } = ledger;
    await use().working(ledger.activities, async () => {
      expect((await (await use().signal('closed', version)).result()).phase).toBe('ket-thuc');
      expect((await (await use().update('closed', version)).result()).phase).toBe('ket-thuc');
    });
    expect(ledger.version).toBe(version);
  });

  test('an unknown dossier fails its workflow with the code, and is not asked for again', async () => {
    let asked = 0;
    const advance = async (): Promise<never> => {
      asked += 1;
      throw ApplicationFailure.create({ type: 'DOSSIER_NOT_FOUND', message: 'DOSSIER_NOT_FOUND', nonRetryable: true });
    };
    await use().working({ advance }, async () => {
      const fault: unknown = await (await use().signal('unknown', 1)).result().catch((error: unknown) => error);
      expect(causesOf(fault)).toContainEqual(expect.objectContaining({ type: 'DOSSIER_NOT_FOUND', nonRetryable: true }));
    });
    expect(asked).toBe(1);
  });

  test('lost at every step and begun again by the next call, it leads the dossier to the same end', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      await use().update('restarted', ledger.version);
      for (const { act } of STORY) {
        await moved(ledger);
        await use().lose(lifecycleWorkflowId('restarted'));
        act(ledger.dossier);
        await use().update('restarted', ledger.version);
      }
      await use().lifecycle('restarted').result();
    });
    expect(lifeOf(ledger)).toEqual(undisturbed());
  });

  test('a worker that remembers nothing replays the whole life at every step, and goes the same way', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      await use().update('replayed', ledger.version);
      for (const { act } of STORY) {
        await moved(ledger);
        act(ledger.dossier);
        await use().update('replayed', ledger.version);
      }
      await use().lifecycle('replayed').result();
    }, 0);
    expect(lifeOf(ledger)).toEqual(undisturbed());
  });

  test('a history that has grown long is continued as new, on the same path', async () => {
    const ledger = new FakeLedger();
    await use().working(ledger.activities, async () => {
      const { signaledRunId: first } = await use().env.client.workflow.signalWithStart('dossierLifecycle', { taskQueue: use().taskQueue, workflowId: lifecycleWorkflowId('long'), args: ['long'], signal: 'moved', signalArgs: [1] });
      await moved(ledger);
      // Late calls that carry a weight nobody reads: five megabytes of history, which the server finds long.
      for (let n = 0; n < 5; n += 1) await use().signal('long', 0, WEIGHT);
      for (const [n, { act, at }] of STORY.entries()) {
        act(ledger.dossier);
        await use().update('long', ledger.version);
        await moved(ledger);
        if (n > 0) continue;
        await eventually('a new run leads the dossier', async () => (await use().lifecycle('long').describe()).runId !== first);
        const standing = await eventually('the new run has read the ledger', () => use().lifecycle('long').query<{ at: string[] } | null>('standing'));
        expect(standing.at).toEqual(at);
      }
      await use().lifecycle('long').result();
      const { status } = await use().env.client.workflow.getHandle(lifecycleWorkflowId('long'), first).describe();
      expect(status.name).toBe('CONTINUED_AS_NEW');
    });
    expect(lifeOf(ledger)).toEqual(undisturbed());
  });
});
