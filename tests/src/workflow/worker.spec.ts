import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunRecord, startTemporal, type RunningTemporal } from '@totrinh/embedded';
import { OutboxReadModel } from '@totrinh/persistence';
import { connectTemporal, createLogger, type Serving } from '@totrinh/platform';
import { startWorker } from '@totrinh/worker';
import pg from 'pg';
import { examine, mend } from '../../../apps/cli/src/doctor/examine.ts';
import { Lifecycles } from '../../../apps/cli/src/doctor/lifecycles.ts';
import { eventually } from '../house/eventually.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { quietTemporal } from './quiet-temporal.ts';
import { actOnce, openTasksOf, standsAt } from './walk.ts';

// A PostgreSQL and a Temporal of its own, since they are killed and emptied here.
describe('the worker, on a real PostgreSQL and a real Temporal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-worker-'));
  let ledger: Ledger;
  let record: RunRecord;
  let temporal: RunningTemporal;
  let worker: Serving;
  let superuser: pg.Client;

  beforeAll(async () => {
    quietTemporal();
    ledger = await openLedger(20);
    record = await RunRecord.claim(dataDir);
    temporal = await startTemporal({ dataDir, record, postgres: async () => ledger.postgres });
    worker = await startWorker({ dbUrl: ledger.url, temporal: temporal, files: dataDir, hooks: {}, logLevel: 'silent' }, createLogger('worker', 'silent'));
    superuser = new pg.Client({ connectionString: ledger.superUrl });
    await superuser.connect();
  }, 180_000);
  afterAll(async () => {
    await superuser.end();
    await worker.stop();
    await temporal.stop();
    record.release();
    await ledger.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const moved = (dossier: string): Promise<{ status: string }> =>
    eventually('the dossier has moved', async () => {
      const stands = await standsAt(ledger, dossier);
      return !stands.moving && !stands.called && stands;
    }, { withinMs: 50_000 });
  const pathOf = async (dossier: string): Promise<string | undefined> => (await openTasksOf(ledger, dossier))[0]?.path;

  test('moves what was called, and tells the channel of it', async () => {
    const heard: string[] = [];
    superuser.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await superuser.query('listen totrinh_moved');
    const dossier = await ledger.newDossier();
    await superuser.query(`select pg_notify('totrinh_called', $1)`, [dossier]);
    await moved(dossier);
    expect(await pathOf(dossier)).toBe('soan-thao');
    await eventually('the move was told', () => heard.includes(dossier));
  });

  test('leads a dossier from draft to issue', async () => {
    const dossier = await ledger.newDossier();
    while ((await moved(dossier)).status === 'open') await actOnce(ledger, dossier);
    expect((await standsAt(ledger, dossier)).status).toBe('done');
  });

  test('while Temporal is down people act; the dossier moves when it is back', async () => {
    const dossier = await ledger.newDossier();
    await moved(dossier);
    await temporal.kill();
    await actOnce(ledger, dossier);
    expect(await standsAt(ledger, dossier)).toMatchObject({ moving: true, called: true });
    await temporal.restart();
    await moved(dossier);
    expect(await pathOf(dossier)).toBe('duyet-noi-dung');
  }, 120_000);

  test('with Temporal emptied, dossiers go on once the doctor has mended', async () => {
    const [acted, quiet] = [await ledger.newDossier(), await ledger.newDossier()];
    await Promise.all([moved(acted), moved(quiet)]);
    await temporal.kill();
    for (const database of ['temporal', 'temporal_visibility']) await superuser.query(`drop database ${database} with (force)`);
    await actOnce(ledger, acted);
    await temporal.restart();
    const connection = await connectTemporal(temporal);
    try {
      const patient = { desk: ledger.desk, outbox: new OutboxReadModel(ledger.desk.source), clockSpeed: 1, lifecycles: new Lifecycles(connection, temporal.namespace) };
      const { findings } = await examine(patient);
      expect(findings).toContainEqual({ code: 'WORKFLOW_MISSING', dossier: quiet, details: {} });
      expect((await mend(patient, findings)).findings).toEqual([]);
    } finally {
      await connection.close();
    }
    await moved(acted);
    await actOnce(ledger, quiet);
    await moved(quiet);
    expect([await pathOf(acted), await pathOf(quiet)]).toEqual(['duyet-noi-dung', 'duyet-noi-dung']);
  }, 180_000);
});
