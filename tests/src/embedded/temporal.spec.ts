import pg from 'pg';
import { Client } from '@temporalio/client';
import { startPostgres, startTemporal, type RunningPostgres, type RunningTemporal } from '@totrinh/embedded';
import { connectTemporal } from '@totrinh/platform';
import { dataFolder, type DataFolder } from './data-folder.ts';

async function withClient<T>({ address, namespace }: RunningTemporal, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await connectTemporal({ address, namespace });
  try {
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

const begin = (temporal: RunningTemporal, workflowId: string): Promise<unknown> =>
  withClient(temporal, (client) => client.workflow.start('nothingWorksOnThis', { workflowId, taskQueue: 'nobody', args: [] }));
const stateOf = (temporal: RunningTemporal, workflowId: string): Promise<string> =>
  withClient(temporal, async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name);

describe('the embedded Temporal, persisting in the embedded PostgreSQL', () => {
  let folder: DataFolder;
  let postgres: RunningPostgres;
  let temporal: RunningTemporal;
  const start = (): Promise<RunningTemporal> => startTemporal({ ...folder, postgres: async () => postgres });

  beforeAll(async () => {
    folder = await dataFolder();
    postgres = folder.endsWithTest(await startPostgres(folder));
    temporal = await start();
  }, 600_000);
  afterAll(async () => {
    await temporal.stop();
    await folder.clear();
  }, 60_000);

  test('it is the real server where Go or a built server is at hand', () => {
    expect(temporal.way).toBe('server');
  });

  test('a workflow survives a kill, at the same address', async () => {
    await begin(temporal, 'before-the-kill');
    await temporal.kill();
    await temporal.restart();
    expect(await stateOf(temporal, 'before-the-kill')).toBe('RUNNING');
  });

  test('a second start on the same data finds the workflow, in the same namespace', async () => {
    await begin(temporal, 'before-the-stop');
    await temporal.stop();
    temporal = await start();
    expect(await stateOf(temporal, 'before-the-stop')).toBe('RUNNING');
  });

  test('a second start is alone: it does not look for the servers that ran before it, whose addresses are dead', async () => {
    const hosts = async (): Promise<string[]> => {
      const client = new pg.Client({ connectionString: postgres.superUrl.replace(/\/[^/?]*(\?|$)/, '/temporal$1') });
      await client.connect();
      const { rows } = await client.query<{ host: string }>('select encode(host_id, $1) as host from cluster_membership order by 1', ['hex']);
      await client.end();
      return rows.map((r) => r.host);
    };
    const before = await hosts();
    await temporal.stop();
    temporal = await start();
    expect(before.length).toBeGreaterThan(0);
    expect((await hosts()).filter((host) => before.includes(host))).toEqual([]);
  });

  test('an emptied database is made whole again by a restart, without the workflows', async () => {
    await begin(temporal, 'before-the-loss');
    await temporal.kill();
    const client = new pg.Client({ connectionString: postgres.superUrl });
    await client.connect();
    for (const database of ['temporal', 'temporal_visibility']) await client.query(`drop database ${database} with (force)`);
    await client.end();
    await temporal.restart();
    await expect(stateOf(temporal, 'before-the-loss')).rejects.toThrow(/not found/i);
    await begin(temporal, 'after-the-loss');
    expect(await stateOf(temporal, 'after-the-loss')).toBe('RUNNING');
  });
});

describe('without any way to a Temporal server', () => {
  test('a TEMPORAL_ADDRESS where nobody answers is told in one sentence', async () => {
    await expect(connectTemporal({ address: '127.0.0.1:1', namespace: 'totrinh' }, { withinMs: 300 })).rejects.toThrow(/^Không kết nối được Temporal tại 127\.0\.0\.1:1 .+ \/ cannot reach Temporal/);
  });
});
