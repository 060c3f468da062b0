import { randomUUID } from 'node:crypto';
import { signIn } from '@totrinh/embedded';
import { createDataSource } from '@totrinh/persistence';
import { benchDesk, seedDossiers, type OpenTask } from '../bench/seed-dossiers.ts';
import { eventually } from '../house/eventually.ts';
import { openBreakableHouse, type BreakableHouse } from './breakable-house.ts';

/** Dossiers wait for their first reviewer; each test breaks the house in its own way. */
describe('a house whose parts go away', () => {
  let house: BreakableHouse;
  let tasks: OpenTask[];

  beforeAll(async () => {
    house = await openBreakableHouse();
    const desk = await benchDesk(house.addresses().dbUrl, 4);
    tasks = await seedDossiers(desk, 12);
    await desk.source.destroy();
  }, 900_000);
  afterAll(() => house.close(), 120_000);

  const look = async <T>(sql: string, values: readonly unknown[]): Promise<T[]> => {
    const source = await createDataSource(house.addresses().dbUrl, 1).initialize();
    try {
      return await source.query(sql, [...values]);
    } finally {
      await source.destroy();
    }
  };
  const next = (): OpenTask => {
    const task = tasks.shift();
    if (!task) throw new Error('too few dossiers were seeded');
    return task;
  };
  const decide = async (task: OpenTask, wait: string): Promise<{ status: number; moving: boolean }> => {
    const { apiUrl, issuer } = house.addresses();
    const { accessToken } = await signIn({ issuer, login: task.person });
    const response = await fetch(`${apiUrl}/api/v1/tasks/${task.task}/decision`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*', prefer: `wait=${wait}` },
      body: JSON.stringify({ outcome: 'approved' }),
    });
    const { moving } = (await response.json()) as { moving: boolean };
    return { status: response.status, moving };
  };
  const openPaths = async (task: OpenTask): Promise<string[]> => (await look<{ path: string }>(`select path from totrinh.step where dossier_id = $1 and state = 'open'`, [task.dossier])).map((r) => r.path);
  const movedOn = (task: OpenTask): Promise<boolean> => eventually('the next step is open', async () => (await openPaths(task))[0] === 'duyet-hai', { withinMs: 90_000 });

  test('khi Temporal dừng, ý kiến vẫn được ghi nhận (200), và hồ sơ chuyển bước khi Temporal chạy lại', async () => {
    const task = next();
    await house.order('kill temporal');
    expect(await decide(task, '0.2')).toEqual({ status: 200, moving: true });
    expect(await openPaths(task)).toEqual([]);
    await house.order('restart temporal');
    expect(await movedOn(task)).toBe(true);
  }, 180_000);

  test('while the worker is down a decision stands, and the dossier moves once when it is back', async () => {
    const task = next();
    await house.order('kill worker');
    expect(await decide(task, '0.2')).toEqual({ status: 200, moving: true });
    await house.order('restart worker');
    expect(await movedOn(task)).toBe(true);
    expect(await look('select 1 from totrinh.step where dossier_id = $1', [task.dossier])).toHaveLength(2);
  }, 180_000);

  test('a kill of the API loses no decision that it has answered', async () => {
    const task = next();
    const answer = await decide(task, '0');
    await house.order('kill api');
    await house.order('restart api');
    expect(answer.status).toBe(200);
    expect(await look('select outcome from totrinh.decision where task_id = $1', [task.task])).toEqual([{ outcome: 'approved' }]);
    expect(await movedOn(task)).toBe(true);
  }, 180_000);

  test("with Temporal's database lost, dossiers go on after doctor --mend", async () => {
    const running = next();
    await decide(running, '10');
    await movedOn(running);
    await house.order('forget-temporal');
    const before = house.totrinh('doctor');
    expect(before.output).toContain('WORKFLOW_MISSING');
    expect(before.code).toBe(1);
    const mended = house.totrinh('doctor', '--mend');
    expect(mended.output).toMatch(/còn 0 lỗi/);
    expect(mended.code).toBe(0);
    const task = next();
    expect((await decide(task, '10')).status).toBe(200);
    expect(await movedOn(task)).toBe(true);
  }, 300_000);
});
