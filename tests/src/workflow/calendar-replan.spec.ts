import type { ReplanActivities, ReplanRound } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { describeSkippingTime } from './skipping-time.ts';

/** Dossiers in memory, named by numbers: a call re-plans three of those that wait on an older calendar. */
class Waiting {
  readonly asked: (string | null)[] = [];
  readonly done: number[] = [];
  #stale: number[] = [];
  #failing = 0;

  publish(...dossiers: number[]): void { this.#stale.push(...dossiers); }
  fail(times: number): void { this.#failing = times; }

  readonly activities: ReplanActivities = {
    replanBatch: async (after): Promise<ReplanRound> => {
      if (this.#failing-- > 0) throw new Error('the database is away');
      this.asked.push(after);
      const found = this.#stale.filter((n) => n > Number(after ?? 0)).sort((a, b) => a - b).slice(0, 3);
      this.done.push(...found);
      this.#stale = this.#stale.filter((n) => !found.includes(n));
      return { after: found.length === 0 ? null : String(found.at(-1)), moved: found.length, asked: 0, unchanged: 0, left: this.#stale.length };
    },
  };
}

describeSkippingTime('the re-plan after a change of calendar', (use) => {
  const start = (id: string): Promise<unknown> => use().env.client.workflow.start('calendarReplan', { taskQueue: use().taskQueue, workflowId: id, args: [] });

  test('goes stretch by stretch to the end, sleeps, and finds what is published meanwhile within some seconds', async () => {
    const waiting = new Waiting();
    waiting.publish(1, 2, 3, 4, 5, 6, 7);
    await use().working(waiting.activities, async () => {
      await start('replan');
      await eventually('all are re-planned', () => waiting.done.length === 7);
      await eventually('the end was seen', () => waiting.asked.length === 4);
      expect(waiting.asked).toEqual([null, '3', '6', '7']);
      waiting.publish(8);
      await use().env.sleep(15_000);
      await eventually('the new one is re-planned', () => waiting.done.includes(8));
      await use().lose('replan');
    });
    expect(waiting.done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a stretch that fails is tried again, and a job that was lost goes on when it is begun again', async () => {
    const waiting = new Waiting();
    waiting.publish(1, 2, 3, 4);
    waiting.fail(3);
    await use().working(waiting.activities, async () => {
      await start('replan-lost');
      await use().env.sleep(20_000);
      await eventually('all are re-planned', () => waiting.done.length === 4);
      await use().lose('replan-lost');
      waiting.publish(2);
      await start('replan-lost');
      await eventually('what came back is re-planned', () => waiting.done.length === 5);
      await use().lose('replan-lost');
    });
    expect(waiting.done).toEqual([1, 2, 3, 4, 2]);
  });
});
