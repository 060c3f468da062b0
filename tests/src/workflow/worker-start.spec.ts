import { freePort } from '@totrinh/embedded';
import { theHouse } from '../house/house-address.ts';
import { runProcess } from '../run/run-process.ts';

describe('a worker that cannot start says why, in one sentence', () => {
  /** Starts the worker's entry point and answers its end. */
  async function start(env: Record<string, string>): Promise<{ exitCode: number | null; text: string }> {
    const { dbUrl, temporalAddress, namespace } = theHouse();
    return runProcess({
      script: 'apps/worker/src/main.ts', args: [], output: 'kept', withinMinutes: 2,
      env: { NODE_OPTIONS: '--import @swc-node/register/esm-register', TOTRINH_DB_URL: dbUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: namespace, TOTRINH_CLOCK: '', ...env },
    });
  }
  const sentence = (vi: string, en: string): RegExp => new RegExp(`^${vi}.* / ${en}.*\\n?$`);

  test('Temporal and PostgreSQL away: tried for twenty seconds, then exit 1', async () => {
    const port = await freePort();
    const ends = await Promise.all([
      start({ TEMPORAL_ADDRESS: `127.0.0.1:${port}` }),
      start({ TOTRINH_DB_URL: `postgres://totrinh_app:secret@127.0.0.1:${port}/totrinh` }),
    ]);
    expect(ends.map((end) => end.exitCode)).toEqual([1, 1]);
    expect(ends[0]?.text).toMatch(sentence(`Không kết nối được Temporal tại 127\\.0\\.0\\.1:${port} sau 2\\d giây`, `cannot reach Temporal at 127\\.0\\.0\\.1:${port} after 2\\d s`));
    expect(ends[1]?.text).toMatch(sentence(`Không kết nối được PostgreSQL 127\\.0\\.0\\.1:${port}/totrinh sau 2\\d giây`, `cannot reach PostgreSQL 127\\.0\\.0\\.1:${port}/totrinh after 2\\d s`));
    expect(ends[1]?.text).not.toContain('secret');
  }, 120_000);

  test('a setting that is missing or malformed: exit 1 at once', async () => {
    const end = await start({ TOTRINH_DB_URL: '', TOTRINH_CLOCK: 'yesterday' });
    expect(end.exitCode).toBe(1);
    expect(end.text.trim().split('\n')).toHaveLength(1);
    expect(end.text).toContain('TOTRINH_DB_URL');
  }, 60_000);
});
