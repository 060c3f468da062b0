import { createLogger } from '@totrinh/platform';
import { CallNudge } from '../../../apps/api/src/acts/call-nudge.ts';
import { MoveWatch } from '../../../apps/api/src/acts/move-watch.ts';
import { eventually } from '../house/eventually.ts';

const quiet = createLogger('test', 'silent');

describe('chờ chuyển bước / waiting for a move', () => {
  test('a signal of the worker ends the wait of everybody who waits for that dossier, and of nobody else', async () => {
    const watch = new MoveWatch({ waiting: async (asked) => new Set(asked) }, quiet);
    const [one, again, other] = [watch.made('a', 5_000), watch.made('a', 5_000), watch.made('b', 120)];
    watch.heard('a');
    expect(await Promise.all([one, again, other])).toEqual([true, true, false]);
  });

  test('a signal that was lost is made up for by a look at the outbox, one for all', async () => {
    const looks: string[][] = [];
    const watch = new MoveWatch({ waiting: async (asked) => { looks.push([...asked]); return new Set(looks.length < 3 ? asked : ['b']); } }, quiet);
    expect(await Promise.all([watch.made('a', 5_000), watch.made('b', 400)])).toEqual([true, false]);
    expect(looks[0]).toEqual(['a', 'b']);
  });

  test('while the database is away a wait ends by its own time', async () => {
    const watch = new MoveWatch({ waiting: () => Promise.reject(new Error('away')) }, quiet);
    expect(await watch.made('a', 150)).toBe(false);
  });

  test('nobody waits: nobody looks', async () => {
    let looks = 0;
    const watch = new MoveWatch({ waiting: async () => { looks += 1; return new Set(); } }, quiet);
    expect(await watch.made('a', 5_000)).toBe(true);
    const after = looks;
    expect(await watch.made('b', 1)).toBe(false);
    await eventually('the last look is over', () => looks <= after + 1);
  });
});

describe('gọi chuyển bước / calling for a move', () => {
  test('the first is told at once, those that follow together and soon, the last for all', async () => {
    const told: { dossier: string; at: number }[] = [];
    const nudge = new CallNudge((dossier) => told.push({ dossier, at: performance.now() }));
    for (let i = 0; i < 100; i += 1) nudge.called(`d${i}`);
    expect(told.map((t) => t.dossier)).toEqual(['d0']);
    await eventually('the rest is told', () => told.length === 2);
    expect(told[1]!.dossier).toBe('d99');
    expect(told[1]!.at - told[0]!.at).toBeGreaterThanOrEqual(45);
  });
});
