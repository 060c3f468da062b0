import { activityInfo } from '@temporalio/activity';
import { createClockActivities } from '@totrinh/activities';
import type { ClockActivities } from '@totrinh/messages';
import { deadlineSeed } from '../bench/deadline-seed.ts';
import { eventually } from '../house/eventually.ts';
import { LedgerHouse } from '../house/ledger-house.ts';
import { describeSkippingTime } from './skipping-time.ts';

const HOUR = 3_600_000;
const SECOND = 1000;

describeSkippingTime('the clock of deadlines on PostgreSQL', (use) => {
  let house: LedgerHouse;
  beforeAll(async () => { house = await LedgerHouse.open(); });
  afterAll(async () => house.close());

  test('hồ sơ hỏa tốc quá hạn: mỗi bậc nói đúng giờ của nó theo đồng hồ của máy chủ, không sớm, không hai lần', async () => {
    let rounds = 0;
    const slept: number[] = [];
    const real = createClockActivities({ desk: house.desk, clockSpeed: 1 });
    // The business clock stands where the server's does, which skips.
    const fireDueRungs: ClockActivities['fireDueRungs'] = async () => {
      house.clock.at = new Date(activityInfo().currentAttemptScheduledTimestampMs);
      rounds += 1;
      const answer = await real.fireDueRungs();
      slept.push(answer.sleepMs);
      return answer;
    };
    const began = await use().env.currentTimeMs();
    const dueAt = new Date(began + HOUR);
    await (await deadlineSeed(house.desk, true)).open(3, dueAt);
    const fired = async (): Promise<{ name: string; due: number; late: number }[]> => house.look(
      `select coalesce(body::jsonb #>> '{data,name}', 'overdue') as name, round(extract(epoch from (body::jsonb #>> '{data,effectiveAt}')::timestamptz - $1) / 3600)::int as due,
         extract(epoch from at - (body::jsonb #>> '{data,effectiveAt}')::timestamptz)::float8 as late
       from totrinh.event where type in ('rung.fired', 'deadline.passed') order by at, name, dossier_id`, [dueAt]);
    await use().working({ fireDueRungs }, async () => {
      await use().env.client.workflow.start('deadlineClock', { taskQueue: use().taskQueue, workflowId: 'clock-ledger', args: [] });
      await eventually('the first round is over', () => rounds > 0);
      await use().env.sleep(HOUR - 60 * SECOND);
      expect(await fired()).toEqual([]);
      await use().env.sleep(5 * HOUR + 120 * SECOND);
      await eventually('the last reminder is sent', async () => (await fired()).length === 18);
      await use().lose('clock-ledger');
    });
    const said = await fired();
    const each = [['den-gio', 0], ['overdue', 0], ['qua-gio', 1], ['bao-cao', 3], ['qua-gio', 3], ['qua-gio', 5]];
    expect(said.map((s) => `${s.name} ${s.due}`).sort()).toEqual(each.flatMap(([name, due]) => Array(3).fill(`${name} ${due}`) as string[]).sort());
    for (const s of said) expect([s.name, s.due, s.late >= 0 && s.late < 2]).toEqual([s.name, s.due, true]);
    // Six hours in sleeps of at most fifteen seconds, and no spinning.
    expect(Math.max(...slept)).toBe(15 * SECOND);
    expect(rounds).toBeLessThan((6.1 * HOUR) / (15 * SECOND) + 20);
  }, 180_000);
});
