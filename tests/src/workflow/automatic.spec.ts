import { cancel, cast, reopen } from '@totrinh/casework';
import { lifecycleWorkflowId } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must } from '../house/ledger-house.ts';
import { EngineHouse, type Activities } from './engine-house.ts';
import { Gate } from './fake-ledger.ts';
import { Line, relayOn } from './outbox-relay.ts';
import { describeSkippingTime } from './skipping-time.ts';

const DAY_MS = 86_400_000;

describeSkippingTime('what goes on by itself, on a real PostgreSQL', (use) => {
  let house: EngineHouse;
  beforeAll(async () => { house = await EngineHouse.open(); }, 120_000);
  beforeEach(() => { house.hook.heard.length = 0; house.hook.answers = []; house.hook.gate = undefined; });
  afterAll(() => house.close());

  /** A worker and a relay around `work`, as the house runs them; `more` serves in the place of the worker's own, `queue` is that of a worker that was there before. */
  async function inHouse(work: () => Promise<void>, more: Partial<Activities> = {}, queue?: string): Promise<void> {
    await use().working({ ...house.activities, ...more }, async () => {
      const relay = relayOn(house.ledger.desk, new Line(), (dossier, version) => use().update(dossier, version).then(() => undefined));
      relay.start();
      try {
        await work();
      } finally {
        await relay.stop();
      }
    // Nothing is kept between tasks: what a worker kept that has gone would wait for it.
    }, 0, queue);
  }
  /** A worker, a relay and the clock of deadlines around `work`. */
  const withClock = (work: () => Promise<void>, queue?: string): Promise<void> => inHouse(async () => {
    await use().env.client.workflow.start('deadlineClock', { taskQueue: use().taskQueue, workflowId: 'engine-clock', args: [] });
    await work();
    await use().lose('engine-clock');
  }, {}, queue);
  const rests = (d: LedgerDossier, ...at: string[]): Promise<true> =>
    eventually(`the dossier rests at ${at.join(', ')}`, async () => {
      const found = await house.restsAt(d);
      if (found?.join() === at.join()) return true;
      throw new Error(found?.join() ?? 'moves');
    });
  const submitted = async (route: string): Promise<LedgerDossier> => {
    const d = await house.dossier(route);
    await rests(d, 'soan-thao');
    must(await d.submit());
    return d;
  };
  const often = async (d: LedgerDossier, type: string): Promise<number> => (await house.events(d)).filter((t) => t === type).length;
  const TOLD = { 'btctu-truong': 1, 'vptu-pho': 1, 'vptu-truong': 1 };

  test('a notice is given to everybody once and its step settles, also when the activity is cut off after its work and run again', async () => {
    let runs = 0;
    const cutOff: Partial<Activities> = {
      async runEffect(dossier, step) {
        await house.activities.runEffect(dossier, step);
        runs += 1;
        if (runs === 1) throw new Error('the worker dies before it can say so');
      },
    };
    await inHouse(async () => {
      const d = await submitted('bao-tin');
      await rests(d, 'xet');
      await eventually('it was run again', () => runs >= 2);
      expect([await house.told(d), await often(d, 'effect.done'), await faultsOf(house.ledger, d.id)]).toEqual([TOLD, 1, []]);
    }, cutOff);
  });

  test('another system that fails three times gets one webhook under one key, and the step settles once', async () => {
    house.hook.answers = [500, 503, 500, 200];
    await inHouse(async () => {
      const d = await submitted('goi-ngoai');
      await rests(d, 'xet');
      const { case: c } = await d.load();
      const step = c.steps.find((s) => s.path === 'gui')?.id;
      const [row] = await house.ledger.look<{ code: string }>('select code from totrinh.dossier where id = $1', [d.id]);
      const call = { id: step, said: { type: 'dossier.step', dossier: row?.code, step: 'gui', hook: 'so-hoa' } };
      expect(house.hook.heard).toEqual([call, call, call, call]);
      expect([await often(d, 'effect.done'), await faultsOf(house.ledger, d.id)]).toEqual([1, []]);
    });
  });

  test.each([
    ['a dossier that was returned before it was tried again calls nobody any more', 500, 1],
    ['a dossier that was returned while the other system was answering is not moved by the answer', 200, 1],
  ])('%s', async (_, status, calls) => {
    house.hook.answers = [status];
    const gate = (house.hook.gate = new Gate());
    let ran = 0;
    const counted: Partial<Activities> = { runEffect: (dossier, step) => house.activities.runEffect(dossier, step).then(() => { ran += 1; }) };
    await inHouse(async () => {
      const d = await submitted('duong-dai');
      await gate.reached;
      await rests(d, 'gui', 'song-song', 'xet');
      must(await d.decide('xet', 'btctu-truong', 'returned', 'MẪU'));
      await rests(d, 'soan-thao');
      const before = await house.events(d);
      gate.open();
      await eventually('the step was run to its end', () => ran === 1);
      expect([house.hook.heard.length, await house.events(d), await house.restsAt(d)]).toEqual([calls, before, ['soan-thao']]);
      // The next round opens a step of its own, with a key of its own.
      must(await d.submit());
      await eventually('it is called in the new round', () => house.hook.heard.length === calls + 1);
      await rests(d, 'song-song', 'xet');
      expect(new Set(house.hook.heard.map((h) => h.id)).size).toBe(2);
      expect(await faultsOf(house.ledger, d.id)).toEqual([]);
    }, counted);
  });

  test('a webhook whose time is over has lapsed, even if the other system answers before the clock comes round', async () => {
    const gate = (house.hook.gate = new Gate());
    await inHouse(async () => {
      const d = await submitted('goi-ngoai');
      await gate.reached;
      house.ledger.clock.pass(3 * DAY_MS);
      gate.open();
      await rests(d);
      expect((await d.load()).case).toMatchObject({ status: 'rejected', steps: [{ path: 'soan-thao' }, { path: 'gui', outcome: 'lapsed' }] });
      expect([await often(d, 'effect.done'), await faultsOf(house.ledger, d.id)]).toEqual([0, []]);
    });
  });

  test('a reopened dossier has ended its workflow, and is led again by a new one that the relay starts', async () => {
    await inHouse(async () => {
      const d = await submitted('bao-tin');
      await rests(d, 'xet');
      must(await cancel(house.ledger.desk, d.id, 'MẪU', house.ledger.request('btctu-truong')));
      const { runId: first } = await eventually('its workflow has ended', async () => { const run = await use().lifecycle(d.id).describe(); return run.status.name === 'COMPLETED' && run; });
      must(await reopen(house.ledger.desk, { dossier: d.id, to: null, reason: 'MẪU' }, house.ledger.request('btctu-truong')));
      await rests(d, 'soan-thao');
      const { runId, status } = await use().lifecycle(d.id).describe();
      expect([runId === first, status.name]).toEqual([false, 'RUNNING']);
      must(await d.submit());
      await rests(d, 'xet');
      expect([await house.told(d), await faultsOf(house.ledger, d.id)]).toEqual([{ 'btctu-truong': 2, 'vptu-pho': 2, 'vptu-truong': 2 }, []]);
    });
  });

  test('a dossier goes through everything by itself: the clock ends its wait, and its workflow with it', async () => {
    await withClock(async () => {
      const d = await submitted('duong-dai');
      await rests(d, 'song-song', 'xet');
      must(await d.decide('xet', 'btctu-truong', 'approved'));
      await rests(d, 'bieu-quyet', 'bieu-quyet/lay-phieu');
      for (const member of ['btv-1', 'btv-2', 'btv-3']) must(await cast(house.ledger.desk, { task: (await d.task('bieu-quyet/lay-phieu', member)).id, choice: 'yes', reason: null }, house.ledger.request(member)));
      house.ledger.clock.pass(9 * DAY_MS);
      await use().env.sleep(20_000);
      await rests(d, 'cho');
      expect([await house.told(d), house.hook.heard.length]).toEqual([TOLD, 1]);
      house.ledger.clock.pass(5 * DAY_MS);
      await use().env.sleep(20_000);
      expect((await use().lifecycle(d.id).result()).phase).toBe('ket-thuc');
      const { case: c } = await d.load();
      expect([c.status, c.steps.find((s) => s.path === 'cho')?.outcome, await faultsOf(house.ledger, d.id)]).toEqual(['done', 'completed', []]);
    });
  });

  test.each([['the clock', true], ['the late ballot itself', false]])('a vote whose day passed while no worker was up is closed by %s, and a late ballot is told so', async (_, clockFirst) => {
    let d!: LedgerDossier;
    let ballot = '';
    await inHouse(async () => {
      d = await submitted('duong-dai');
      await rests(d, 'song-song', 'xet');
      must(await d.decide('xet', 'btctu-truong', 'approved'));
      await rests(d, 'bieu-quyet', 'bieu-quyet/lay-phieu');
      for (const member of ['btv-1', 'btv-2']) must(await cast(house.ledger.desk, { task: (await d.task('bieu-quyet/lay-phieu', member)).id, choice: 'yes', reason: null }, house.ledger.request(member)));
      ballot = (await d.task('bieu-quyet/lay-phieu', 'btv-3')).id;
    });
    const { taskQueue } = use();
    house.ledger.clock.pass(9 * DAY_MS);
    const late = async (): Promise<string | null> => codeOf(await cast(house.ledger.desk, { task: ballot, choice: 'no', reason: null }, house.ledger.request('btv-3')));
    if (!clockFirst) expect(await late()).toBe('STEP_CLOSED_BY_TIME');
    await withClock(async () => {
      await use().env.sleep(20_000);
      await rests(d, 'cho');
      expect(await late()).toBe('STEP_CLOSED_BY_TIME');
      const vote = (await d.load()).case.steps.find((s) => s.path === 'bieu-quyet/lay-phieu');
      expect([vote?.outcome, await often(d, 'ballot.cast'), await often(d, 'deadline.passed'), await faultsOf(house.ledger, d.id)]).toEqual(['approved', 0, 1, []]);
      await use().lose(lifecycleWorkflowId(d.id));
    }, taskQueue);
  }, 120_000);
});
