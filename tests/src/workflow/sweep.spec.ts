import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { RunRecord, startTemporal, type RunningTemporal } from '@totrinh/embedded';
import { CLOCK_WORKFLOW_ID, lifecycleWorkflowId, SWEEP_SCHEDULE_ID, type SweptCounts } from '@totrinh/messages';
import { sweepOf } from '@totrinh/persistence';
import { connectTemporal, createLogger, loadWorkerConfig, type Serving } from '@totrinh/platform';
import { startWorker } from '@totrinh/worker';
import pg from 'pg';
import { Lifecycles } from '../../../apps/cli/src/doctor/lifecycles.ts';
import { eventually } from '../house/eventually.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { quietTemporal } from './quiet-temporal.ts';
import { standsAt } from './walk.ts';

// A PostgreSQL and a Temporal of its own: a server that skips time knows no schedules, and faults are planted here.
describe('the sweep, on a real PostgreSQL and a real Temporal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-sweep-'));
  let ledger: Ledger;
  let record: RunRecord;
  let temporal: RunningTemporal;
  let worker: Serving;
  let superuser: pg.Client;
  let connection: Connection;
  let client: Client;

  const startWorking = (): Promise<Serving> => startWorker(loadWorkerConfig({ TOTRINH_DB_URL: ledger.url, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace, TOTRINH_FILES: dataDir }), createLogger('worker', 'silent'));
  beforeAll(async () => {
    quietTemporal();
    ledger = await openLedger(10);
    // The worker's clock is the real one.
    ledger.clock.now = new Date();
    record = await RunRecord.claim(dataDir);
    temporal = await startTemporal({ dataDir, record, postgres: async () => ledger.postgres });
    worker = await startWorking();
    superuser = new pg.Client({ connectionString: ledger.superUrl });
    await superuser.connect();
    connection = await connectTemporal(temporal);
    client = new Client({ connection, namespace: temporal.namespace });
    await eventually('the sweep is scheduled', () => new Lifecycles(connection, temporal.namespace).isSweepScheduled());
  }, 180_000);
  afterAll(async () => {
    await connection.close();
    await superuser.end();
    await worker.stop();
    await temporal.stop();
    record.release();
    await ledger.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const schedule = () => client.schedule.getHandle(SWEEP_SCHEDULE_ID);
  const moved = (dossier: string): Promise<true> =>
    eventually('the dossier has moved', async () => {
      const { moving, called } = await standsAt(ledger, dossier);
      return !moving && !called;
    }, { withinMs: 50_000 });
  /** Sweeps that have ended so far. */
  const sweeps = async (): Promise<string[]> => (await schedule().describe()).info.recentActions.map((a) => a.action.workflow.workflowId);
  /** Triggers a sweep and answers what it counted. */
  async function swept(): Promise<SweptCounts> {
    const before = new Set(await sweeps());
    await schedule().trigger();
    const id = await eventually('a sweep has begun', async () => (await sweeps()).find((w) => !before.has(w)), { withinMs: 30_000 });
    return (await client.workflow.getHandle(id).result()) as SweptCounts;
  }
  const mendings = async (dossier: string): Promise<string[]> =>
    (await superuser.query<{ fault: string }>(`select body::jsonb #>> '{data,fault}' as fault from totrinh.event where dossier_id = $1 and type = 'fault.mended' order by seq`, [dossier])).rows.map((r) => r.fault);

  test('is scheduled once the worker has started: every minute, never two at once', async () => {
    const { spec, policies, action } = await schedule().describe();
    expect(spec.intervals).toEqual([expect.objectContaining({ every: 60_000 })]);
    expect([policies.overlap, action.type === 'startWorkflow' && action.workflowType]).toEqual(['SKIP', 'sweep']);
  });

  test('a second worker, and one that starts again, leave the schedule as it stands', async () => {
    await schedule().pause('for a while');
    const second = await startWorking();
    await second.stop();
    const { state } = await schedule().describe();
    expect([state.paused, state.note]).toEqual([true, 'for a while']);
  }, 60_000);

  test('a sweep that is triggered mends what it finds, and says so on the chain of the dossier', async () => {
    const dossier = await ledger.newDossier();
    await moved(dossier);
    await superuser.query(`insert into totrinh.rung (id, dossier_id, kind, due_at) values (gen_random_uuid(), $1, 'resume', $2)`, [dossier, new Date(Date.now() + 3_600_000)]);
    expect(await swept()).toMatchObject({ found: 1, mended: 1, left: 0 });
    expect(await mendings(dossier)).toEqual(['RUNG_STRAY']);
  }, 90_000);

  test('it starts the clock of deadlines again, and the workflow of a dossier of its minute', async () => {
    const dossier = await ledger.newDossier();
    await moved(dossier);
    for (const id of [CLOCK_WORKFLOW_ID, lifecycleWorkflowId(dossier)]) await client.workflow.getHandle(id).terminate('lost');
    const from = new Date(Math.ceil(Date.now() / 3_600_000 - 2) * 3_600_000 + sweepOf(dossier) * 60_000);
    await schedule().backfill({ start: new Date(from.getTime() - 1), end: new Date(from.getTime() + 1), overlap: 'ALLOW_ALL' });
    await eventually('the clock runs', () => new Lifecycles(connection, temporal.namespace).isClockRunning(), { withinMs: 30_000 });
    await eventually('the workflow was missed', async () => (await mendings(dossier)).includes('WORKFLOW_MISSING'), { withinMs: 30_000 });
    await moved(dossier);
    expect((await client.workflow.getHandle(lifecycleWorkflowId(dossier)).describe()).status.name).toBe('RUNNING');
  }, 120_000);
});
