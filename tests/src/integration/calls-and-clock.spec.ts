import { fireDueRungs, leaseCalls, nextCallInMs, type Desk } from '@totrinh/casework';
import { appendSayings, inTransaction, raiseOutbox } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { moves, patientDesk, runRace } from './races.ts';
import { explore, play } from './schedule.ts';

let house: LedgerHouse;
let desk: SourcedDesk;
beforeAll(async () => {
  house = await LedgerHouse.open();
  desk = await patientDesk(house);
});
afterAll(async () => {
  await desk.source.destroy();
  await house.close();
});

const DAY = 86_400_000;
const callOf = async (d: LedgerDossier): Promise<number | null> => (await house.look<{ version: number }>('select version from totrinh.outbox where dossier_id = $1', [d.id]))[0]?.version ?? null;
const submitted = async (): Promise<LedgerDossier> => {
  const d = await LedgerDossier.open(house);
  must(await d.attach('du-thao', 'a1'));
  must(await d.submit());
  return d;
};

describe('the call to the workflow', () => {
  test('is raised by what calls for a move and by nothing else, and names the version to move to', async () => {
    const d = await LedgerDossier.open(house);
    expect(await callOf(d)).toBeNull();
    must(await d.attach('du-thao', 'a1'));
    must(await d.comment('btctu-cv', 'MẪU'));
    expect(await callOf(d)).toBeNull();
    must(await d.submit());
    expect(await callOf(d)).toBe((await d.load()).case.seq);
    must(await d.comment('btctu-cv', 'MẪU'));
    await d.move();
    expect(await callOf(d)).toBeNull();
    must(await d.cancel('MẪU'));
    expect(await callOf(d)).not.toBeNull();
    expect(await d.move()).toMatchObject({ ended: true });
    expect(await callOf(d)).toBeNull();
  });

  test('is deleted only by a move that has seen what it asks for', async () => {
    const d = await submitted();
    const { case: c } = await d.load();
    await inTransaction(house.source, async (tx) => raiseOutbox(tx, d.id, c.seq + 1000));
    await d.move();
    expect(await callOf(d)).toBe(c.seq + 1000);
    await house.look('update totrinh.outbox set version = $2 where dossier_id = $1', [d.id, c.seq]);
    await d.move();
    expect(await callOf(d)).toBeNull();
  });

  test('raised while a move is under way survives it, in every order', async () => {
    const raced = await runRace(house, desk, async () => ({ dossier: await submitted(), operations: { move: moves, recall: async (d) => codeOf(await d.recall()) ?? 'ok' } }), ['lock', 'write', 'commit']);
    expect(raced.results).toEqual(['ok ok']);
  });

  test('is leased by one of two relays, put off each time, and comes again when a relay dies', async () => {
    await house.look('delete from totrinh.outbox');
    const dossiers = await Promise.all(Array.from({ length: 6 }, submitted));
    const leased = await Promise.all([leaseCalls(house.desk, 4), leaseCalls(house.desk, 4), leaseCalls(house.desk, 4)]);
    expect(leased.flat().map((row) => row.dossier).sort()).toEqual(dossiers.map((d) => d.id).sort());
    expect(Math.max(...leased.map((rows) => rows.length))).toBeLessThanOrEqual(4);
    expect(await leaseCalls(house.desk, 10)).toEqual([]);
    expect(await nextCallInMs(house.desk)).toBeGreaterThan(0);
    await house.look(`update totrinh.outbox set next_try = now() - interval '1 ms'`);
    const again = await leaseCalls(house.desk, 10);
    expect(again.map((row) => row.attempts)).toEqual(Array(6).fill(2));
    for (const d of dossiers) await d.move();
    expect(await nextCallInMs(house.desk)).toBeNull();
  });

  test('leasing, raising and moving at once, in every order with up to two interruptions, loses no call and ends in no deadlock', async () => {
    await explore(async (prefix) => {
      const d = await submitted();
      const played = await play(desk, house.superuser, [
        async (gated) => { await leaseCalls(gated, 10); return 'ok'; },
        async (gated) => moves(d.atDesk(gated)),
        async (gated) => codeOf(await d.atDesk(gated).recall()) ?? 'ok',
      ], new Set(['lock', 'write', 'commit']), prefix, 2);
      expect(played.answers).toEqual(['ok', 'ok', 'ok']);
      expect(await faultsOf(house, d.id)).toEqual([]);
      await d.move();
      expect(await callOf(d)).toBeNull();
      return played;
    });
  }, 180_000);
});

describe('deadlines', () => {
  const forgetOthers = async (): Promise<unknown> => house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null');
  beforeEach(forgetOthers);
  const overdue = async (d: LedgerDossier): Promise<number> => (await house.look('select 1 from totrinh.event where dossier_id = $1 and type = $2', [d.id, 'deadline.passed'])).length;

  test('each fires once, though two clocks fire at the same time', async () => {
    const dossiers = await Promise.all(Array.from({ length: 12 }, () => LedgerDossier.open(house)));
    expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 0 });
    house.clock.pass(31 * DAY);
    const clocks = await Promise.all([fireDueRungs(house.desk), fireDueRungs(house.desk)]);
    const late = await fireDueRungs(house.desk);
    expect(clocks[0].fired + clocks[1].fired + late.fired).toBe(12);
    for (const d of dossiers) expect([await overdue(d), await faultsOf(house, d.id)]).toEqual([1, []]);
    expect(await fireDueRungs(house.desk)).toEqual({ fired: 0, nextInMs: null });
    expect(await callOf(dossiers[0] as LedgerDossier)).toBeNull();
  });

  test('a rung of a settled step is void, and one of a dossier in somebody’s hands waits for the next round', async () => {
    const settled = await submitted();
    const held = await LedgerDossier.open(house);
    house.clock.pass(31 * DAY);
    await house.superuser.query('begin');
    await house.look('select 1 from totrinh.dossier where id = $1 for update', [held.id]);
    expect(await fireDueRungs(house.desk)).toEqual({ fired: 0, nextInMs: 0 });
    await house.superuser.query('rollback');
    expect(await fireDueRungs(house.desk)).toEqual({ fired: 1, nextInMs: null });
    expect([await overdue(settled), await overdue(held)]).toEqual([0, 1]);
  });

  test('the clock says how long until the next one', async () => {
    await LedgerDossier.open(house);
    const { nextInMs } = await fireDueRungs(house.desk);
    // The term of thirty days ends at midnight of the office's day.
    expect(nextInMs).toBe(new Date(house.clock.at.getTime() + 7 * 3_600_000).setUTCHours(24, 0, 0, 0) - 7 * 3_600_000 + 30 * DAY - house.clock.at.getTime());
  });

  test('a deadline, a decision and a second clock, in every order with up to one interruption: at most one event, and none after the step has ended', async () => {
    const kinds = new Set<string>();
    await explore(async (prefix) => {
      await forgetOthers();
      const d = await driveTo(await LedgerDossier.open(house), 'duyet-noi-dung');
      const { id } = await d.task('duyet-noi-dung');
      // A term that would end on a day off ends later: three days may be two weeks.
      house.clock.pass(14 * DAY);
      const fire = async (gated: Desk): Promise<string> => String((await fireDueRungs(gated)).fired);
      const played = await play(desk, house.superuser, [fire, async (gated) => codeOf(await d.atDesk(gated).decideIn(id, 'btctu-truong', 'approved')) ?? 'ok', fire], new Set(['lock', 'commit']), prefix, 1);
      const fired = Number(played.answers[0]) + Number(played.answers[2]);
      expect([fired, played.answers[1], await overdue(d), await faultsOf(house, d.id)]).toEqual([fired > 0 ? 1 : 0, 'ok', fired, []]);
      await d.move();
      kinds.add(played.answers.join(' '));
      return played;
    });
    expect([...kinds].sort()).toEqual(['0 ok 0', '0 ok 1', '1 ok 0']);
  }, 180_000);

  test('the way of notices is closed to facts that change a dossier or hold words', async () => {
    const d = await LedgerDossier.open(house);
    const { case: before, ...end } = await d.load();
    for (const fact of [{ type: 'dossier.cancelled', data: { by: 'x' } }, { type: 'comment.added', data: { comment: 'x', person: 'x' }, secret: { text: 'x' } }] as const) {
      await expect(inTransaction(house.source, async (tx) => appendSayings(tx, [{ dossier: before.id, seq: before.seq, ...end, facts: [fact] }], 'system', house.clock.at))).rejects.toThrow(/no mere saying/);
    }
  });

  test('three hundred at once are fired in batches', async () => {
    const dossiers = await Promise.all(Array.from({ length: 300 }, () => LedgerDossier.open(house)));
    house.clock.pass(31 * DAY);
    expect((await fireDueRungs(house.desk)).fired).toBe(300);
    for (const d of [dossiers[0], dossiers[150], dossiers[299]]) expect(await faultsOf(house, d?.id ?? '')).toEqual([]);
  });
});
