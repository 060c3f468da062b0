import { activityInfo } from '@temporalio/activity';
import type { ClockActivities } from '@totrinh/messages';
import { sleepMsFor } from '@totrinh/activities';
import { eventually } from '../house/eventually.ts';
import { describeSkippingTime } from './skipping-time.ts';

/** Deadlines in memory: each due after so many milliseconds of the server's time, each fired once. */
class Deadlines {
  readonly fired: number[] = [];
  rounds = 0;
  #waiting: number[];

  constructor(dueAt: number[]) {
    this.#waiting = dueAt;
  }

  readonly activities: ClockActivities = {
    fireDueRungs: async () => {
      this.rounds += 1;
      // The server's clock, which skips.
      const now = activityInfo().currentAttemptScheduledTimestampMs;
      const due = this.#waiting.filter((at) => at <= now);
      this.#waiting = this.#waiting.filter((at) => at > now);
      this.fired.push(...due);
      return { fired: due.length, sleepMs: sleepMsFor(this.#waiting.length === 0 ? null : Math.min(...this.#waiting) - now, 1) };
    },
  };
}

describeSkippingTime('the clock of deadlines', (use) => {
  const now = (): Promise<number> => use().env.currentTimeMs();
  const start = (id: string): Promise<unknown> => use().env.client.workflow.start('deadlineClock', { taskQueue: use().taskQueue, workflowId: id, args: [] });

  test('fires each deadline once, at its time, and sleeps in between', async () => {
    const began = await now();
    const deadlines = new Deadlines([began - 1, began + 40_000, began + 40_000, began + 100_000]);
    await use().working(deadlines.activities, async () => {
      await start('clock');
      await eventually('what was due already is fired', () => deadlines.fired.length === 1);
      await use().env.sleep(41_000);
      await eventually('both of the fortieth second are fired', () => deadlines.fired.length === 3);
      await use().env.sleep(60_000);
      await eventually('the last is fired', () => deadlines.fired.length === 4);
      await use().lose('clock');
    });
    expect(deadlines.fired).toEqual([began - 1, began + 40_000, began + 40_000, began + 100_000]);
    // 101 seconds in sleeps of at most 15: no spinning.
    expect(deadlines.rounds).toBeLessThan(14);
  });

  test('begun again after it was lost, it fires nothing twice', async () => {
    const began = await now();
    const deadlines = new Deadlines([began - 1, began + 20_000]);
    await use().working(deadlines.activities, async () => {
      await start('clock-lost');
      await eventually('the first is fired', () => deadlines.fired.length === 1);
      await use().lose('clock-lost');
      await start('clock-lost');
      await use().env.sleep(21_000);
      await eventually('the second is fired', () => deadlines.fired.length === 2);
      await use().lose('clock-lost');
    });
    expect(deadlines.fired).toEqual([began - 1, began + 20_000]);
  });

  test('a round that fails is made again', async () => {
    const began = await now();
    const deadlines = new Deadlines([began - 1]);
    let failing = 3;
    const fireDueRungs: ClockActivities['fireDueRungs'] = () => {
      if (failing-- > 0) throw new Error('the database is away');
      return deadlines.activities.fireDueRungs();
    };
    await use().working({ fireDueRungs }, async () => {
      await start('clock-failing');
      await use().env.sleep(10_000);
      await eventually('it is fired', () => deadlines.fired.length === 1);
      await use().lose('clock-failing');
    });
  });
});

test.each([
  ['nothing waits: fifteen seconds', null, 1, 15_000],
  ['a deadline far off: fifteen seconds', 86_400_000, 1, 15_000],
  ['a deadline soon: until then', 4_000, 1, 4_000],
  ['the same on a clock that runs ten times as fast', 4_000, 10, 400],
  ['nothing waits on a clock that runs ten times as fast', null, 10, 1_500],
  ['nothing waits on a clock by which half a day is a second', null, 43_200, 500],
  ['a deadline that is due: a breath, so that it never spins', 0, 1, 50],
])('how long the clock sleeps: %s', (_, nextInMs, speed, sleepMs) => {
  expect(sleepMsFor(nextInMs, speed)).toBe(sleepMs);
});
