import { createCaseActivities } from '@totrinh/activities';
import { CLOCK_WORKFLOW_ID, lifecycleWorkflowId } from '@totrinh/messages';
import { OutboxReadModel } from '@totrinh/persistence';
import pg from 'pg';
import { examine, mend, type Patient } from '../../../apps/cli/src/doctor/examine.ts';
import { Lifecycles } from '../../../apps/cli/src/doctor/lifecycles.ts';
import { eventually } from '../house/eventually.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { Line, relayOn } from './outbox-relay.ts';
import { describeSkippingTime } from './skipping-time.ts';
import { openTasksOf, standsAt } from './walk.ts';

describeSkippingTime('the doctor', (use) => {
  let ledger: Ledger;
  let superuser: pg.Client;
  beforeEach(async () => {
    ledger = await openLedger(12);
    superuser = new pg.Client({ connectionString: ledger.superUrl });
    await superuser.connect();
  }, 120_000);
  afterEach(async () => {
    await use().env.client.workflow.getHandle(CLOCK_WORKFLOW_ID).terminate('the test is over').catch((error: unknown) => expect(error).toMatchObject({ name: 'WorkflowNotFoundError' }));
    await superuser.end();
    await ledger.close();
  });

  const patient = (): Patient => ({ desk: ledger.desk, outbox: new OutboxReadModel(ledger.desk.source), clockSpeed: 1, lifecycles: new Lifecycles(use().env.connection, 'default') });
  const found = async (): Promise<string[]> => (await examine(patient())).findings.map((f) => `${f.code} ${f.dossier ?? ''}`.trim()).sort();
  const moved = (dossier: string): Promise<true> =>
    eventually('the dossier has moved', async () => {
      const { moving, called } = await standsAt(ledger, dossier);
      return !moving && !called;
    });
  /** The ledger, a worker and a relay around `work`, with a clock that runs. */
  async function inHouse(work: (line: Line) => Promise<void>): Promise<void> {
    await use().working(createCaseActivities({ desk: ledger.desk, notifyMoved: () => undefined }), async () => {
      const line = new Line();
      const relay = relayOn(ledger.desk, line, (dossier, version) => use().update(dossier, version).then(() => undefined));
      relay.start();
      await new Lifecycles(use().env.connection, 'default').startClock();
      try {
        await work(line);
      } finally {
        await relay.stop();
      }
    });
  }

  test('finds nothing in a house that is well', async () => {
    await inHouse(async () => {
      await moved(await ledger.newDossier());
      expect(await found()).toEqual([]);
    });
  });

  test('starts lifecycles and the clock again that Temporal has forgotten', async () => {
    await inHouse(async () => {
      const dossiers = [await ledger.newDossier(), await ledger.newDossier()].sort();
      await Promise.all(dossiers.map(moved));
      for (const dossier of dossiers) await use().lose(lifecycleWorkflowId(dossier));
      await use().env.client.workflow.getHandle(CLOCK_WORKFLOW_ID).terminate('lost');
      expect(await found()).toEqual(['CLOCK_MISSING', ...dossiers.map((d) => `WORKFLOW_MISSING ${d}`)]);
      const after = await mend(patient(), (await examine(patient())).findings);
      expect([after.treated.map((t) => t.done), after.findings]).toEqual([[true, true, true], []]);
    });
  });

  test('raises a call that was lost, and tells of one that nobody answers', async () => {
    await inHouse(async (line) => {
      line.up = false;
      const [lost, stale] = [await ledger.newDossier(), await ledger.newDossier()];
      await superuser.query('delete from totrinh.outbox where dossier_id = $1', [lost]);
      await superuser.query(`update totrinh.outbox set raised_at = now() - interval '2 minutes' where dossier_id = $1`, [stale]);
      const { findings } = await examine(patient());
      expect(findings.map((f) => [f.code, f.dossier])).toEqual([['WORKFLOW_MISSING', lost], ['CALL_STALE', stale], ['CALL_MISSING', lost]]);
      line.up = true;
      expect((await mend(patient(), findings)).findings).toEqual([]);
      await Promise.all([moved(lost), moved(stale)]);
    });
  });

  test('a task that nobody may do is told, and has its owner once somebody is appointed', async () => {
    await inHouse(async () => {
      await superuser.query(`update totrinh.appointment set valid_to = '2022-01-01' where person_id like 'btctu-%'`);
      await superuser.query(`update totrinh.appointment set valid_to = null where person_id = 'btctu-cv'`);
      const dossier = await ledger.newDossier();
      await moved(dossier);
      // Nobody is left in the lead unit but the drafter, who now leaves, too.
      await superuser.query(`update totrinh.appointment set valid_to = '2022-01-01' where person_id = 'btctu-cv'`);
      expect(await found()).toEqual([`TASK_OWNERLESS ${dossier}`]);
      expect((await mend(patient(), (await examine(patient())).findings)).findings.map((f) => f.code)).toEqual(['TASK_OWNERLESS']);
      await superuser.query(`update totrinh.appointment set valid_to = null where person_id = 'btctu-cv'`);
      expect(await found()).toEqual([]);
      expect((await openTasksOf(ledger, dossier)).map((t) => t.person)).toEqual(['btctu-cv']);
    });
  });

  test('a record that was changed and tables that differ from it are told, and left as they are', async () => {
    await inHouse(async () => {
      const [changed, differs, idle] = [await ledger.newDossier(), await ledger.newDossier(), await ledger.newDossier()];
      await Promise.all([changed, differs, idle].map(moved));
      await superuser.query('alter table totrinh.event disable trigger user');
      await superuser.query(`update totrinh.event set body = replace(body, '"seq":2', '"seq": 2') where dossier_id = $1 and seq = 2`, [changed]);
      await superuser.query('update totrinh.dossier set round = 7 where id = $1', [differs]);
      await superuser.query(`update totrinh.task set state = 'done', closed_at = now() where dossier_id = $1`, [idle]);
      const expected = [`CHAIN_BROKEN ${changed}`, `DOSSIER_IDLE ${idle}`, `STATE_DIFFERS ${differs}`, `STATE_DIFFERS ${idle}`].sort();
      expect(await found()).toEqual(expected);
      const { findings } = await mend(patient(), (await examine(patient())).findings);
      expect(findings.map((f) => `${f.code} ${f.dossier}`).sort()).toEqual(expected);
    });
  });

  test('rungs that were due more than a minute ago say that the clock is behind', async () => {
    await inHouse(async () => {
      await moved(await ledger.newDossier());
      ledger.clock.now = new Date(ledger.clock.now.getTime() + 40 * 86_400_000);
      expect(await found()).toEqual(['CLOCK_BEHIND']);
    });
  });

  test('without Temporal it examines the ledger all the same, and says that Temporal is away', async () => {
    await inHouse(async () => {
      await moved(await ledger.newDossier());
      const { findings, examined } = await examine({ ...patient(), lifecycles: undefined });
      expect([findings.map((f) => f.code), examined]).toEqual([['TEMPORAL_AWAY'], 1]);
    });
  });
});
