import { createCaseActivities, createClockActivities } from '@totrinh/activities';
import { examineLedger } from '@totrinh/casework';
import { lifecycleWorkflowId } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { Line, relayOn } from './outbox-relay.ts';
import { describeSkippingTime } from './skipping-time.ts';
import { actOnce, standsAt, wayOf } from './walk.ts';

describeSkippingTime('lifecycle and clock on a real PostgreSQL', (use) => {
  let ledger: Ledger;
  const told: string[] = [];
  beforeAll(async () => { ledger = await openLedger(12); }, 120_000);
  afterAll(() => ledger.close());

  /** Runs worker and relay, as the house does, around `work`. */
  async function inHouse<T>(work: () => Promise<T>): Promise<T> {
    const { desk } = ledger;
    const activities = { ...createCaseActivities({ desk, notifyMoved: (d) => told.push(d) }), ...createClockActivities({ desk, clockSpeed: 1 }) };
    return use().working(activities, async () => {
      const relay = relayOn(desk, new Line(), (dossier, version) => use().update(dossier, version).then(() => undefined));
      relay.start();
      try {
        return await work();
      } finally {
        await relay.stop();
      }
    });
  }
  const moved = (dossier: string): Promise<{ status: string }> =>
    eventually('the dossier has moved', async () => {
      const stands = await standsAt(ledger, dossier);
      return !stands.moving && !stands.called && stands;
    });

  test('a dossier that nobody disturbs, and one whose workflow is lost at every step, come to the same end', async () => {
    const ways = await inHouse(async () => {
      const [calm, lost] = [await ledger.newDossier(), await ledger.newDossier()];
      let steps = 0;
      while ((await moved(calm)).status === 'open') await actOnce(ledger, calm);
      while ((await moved(lost)).status === 'open') {
        // The first of several opinions calls for no move: then it is still lost from before.
        if ((await use().lifecycle(lost).describe()).status.name === 'RUNNING') await use().lose(lifecycleWorkflowId(lost));
        await actOnce(ledger, lost);
        steps += 1;
      }
      expect(steps).toBeGreaterThan(10);
      expect(told).toEqual(expect.arrayContaining([calm, lost]));
      return Promise.all([wayOf(ledger, calm), wayOf(ledger, lost)]);
    });
    expect(ways[1]).toEqual(ways[0]);
    expect(ways[0].map((s) => `${s.path} ${s.outcome}`)).toEqual([
      'soan-thao completed', 'duyet-noi-dung approved', 'lay-y-kien completed', 'tiep-thu completed', 'ky-to-trinh signed', 'kiem-tra-the-thuc approved', 'tham-dinh approved', 'cap-tham-quyen approved', 'ky signed', 'ban-hanh issued',
    ]);
    expect((await examineLedger(ledger.desk, 1)).findings).toEqual([]);
  });

  test('the workflow tells where the ledger stands', async () => {
    await inHouse(async () => {
      const dossier = await ledger.newDossier();
      await moved(dossier);
      await actOnce(ledger, dossier);
      const { seq } = await moved(dossier).then(() => standsAt(ledger, dossier));
      const standing = await eventually('the workflow has seen it', async () => {
        const seen = await use().lifecycle(dossier).query<{ version: number } | null>('standing');
        return seen?.version === seq && seen;
      });
      expect(standing).toEqual({ dossier, version: seq, phase: 'soan-thao', at: ['duyet-noi-dung'], way: [{ step: 'soan-thao', round: 1, outcome: 'completed' }] });
      await use().lose(lifecycleWorkflowId(dossier));
    });
  });

  test('an id that is none is refused, not asked for for ever', async () => {
    await inHouse(async () => {
      for (const id of ['no-such-id', '01890000-0000-7000-8000-000000000000']) {
        const fault: unknown = await (await use().signal(id, 1)).result().catch((error: unknown) => error);
        expect(fault).toMatchObject({ name: 'WorkflowFailedError' });
      }
    });
  });

  test('a deadline that passes is written once, also when the clock is lost and begun again', async () => {
    await inHouse(async () => {
      const dossier = await ledger.newDossier();
      await moved(dossier);
      const passed = async (): Promise<number> => (await ledger.rows(`select 1 from totrinh.event where dossier_id = $1 and type = 'deadline.passed'`, dossier)).length;
      const { workflow } = use().env.client;
      const clock = async (): Promise<unknown> => workflow.start('deadlineClock', { taskQueue: use().taskQueue, workflowId: 'clock', args: [] });
      await clock();
      await use().env.sleep(20_000);
      expect(await passed()).toBe(0);
      ledger.clock.now = new Date(ledger.clock.now.getTime() + 31 * 86_400_000);
      await use().env.sleep(20_000);
      await eventually('the term of thirty days has passed', async () => (await passed()) === 1);
      await use().lose('clock');
      await clock();
      await use().env.sleep(60_000);
      expect(await passed()).toBe(1);
      await use().lose('clock');
      await use().lose(lifecycleWorkflowId(dossier));
    });
  });
});
