import { correctRoster, fireDueRungs, suspend, type ActAnswer } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { faultsOf } from '../house/ledger-checks.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { patientDesk } from './races.ts';
import { enterCouncil, member, PAST_DUE_MS, VoteHall, voteRoute } from './vote-hall.ts';

const MEMBERS = 30;

let house: LedgerHouse;
let desk: SourcedDesk;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await enterCouncil(house, MEMBERS);
  await house.publish(voteRoute('den-han', 'electronic', '{ base: members, approve: "> 1/2" }'));
  await house.publish(voteRoute('khep-som', 'electronic', '{ base: members, approve: "> 1/2", close: early }'));
  desk = await patientDesk(house);
});
afterAll(async () => {
  await desk.source.destroy();
  await house.close();
});

type Said = Result<ActAnswer>;
const choiceOf = (n: number): string => (n % 3 === 0 ? 'no' : n % 7 === 0 ? 'abstain' : 'yes');

/** The council changes between two votes: one leaves after having voted, one comes. */
async function changeCouncil(leaves: string, comes: number): Promise<void> {
  await house.look(`update totrinh.appointment set valid_to = '2022-07-13' where person_id = $1 and valid_to is null`, [leaves]);
  await enterCouncil(house, comes, comes);
}

interface Raced { readonly ofMember: ReadonlyMap<string, readonly Said[]>; readonly corrected: Said; readonly all: readonly Said[] }

/** Everybody asks three times at once (twice with one key, once with another), the office corrects the roster, and the day comes once `dueAfter` have been answered. */
async function race(hall: VoteHall, dueAfter: number): Promise<Raced> {
  const ballots = await hall.ballots();
  const step = (await hall.step()).id;
  const [document] = (await hall.load()).documents;
  let answered = 0;
  let comes: Promise<unknown> = Promise.resolve();
  const after = async (said: Promise<Said>): Promise<Said> => {
    const answer = await said;
    answered += 1;
    if (answered === dueAfter) { house.clock.pass(PAST_DUE_MS); comes = fireDueRungs(desk); }
    return answer;
  };
  const asked = [...ballots].filter(([, { task }]) => task.state === 'open').map(async ([person, { task, tag }], i) => {
    const choice = choiceOf(Number(person.slice(3)));
    const one = { key: `${hall.dossier.id}-${person}`, request: choice, ifMatch: tag };
    const said = [hall.cast(desk, person, task.id, choice, one), hall.cast(desk, person, task.id, choice, one), hall.cast(desk, person, task.id, i % 2 === 0 ? 'abstain' : choice, { ifMatch: tag })];
    return [person, await Promise.all(said.map(after))] as const;
  });
  const corrected = correctRoster(desk, hall.dossier.id, { step, document: document?.id ?? null, reason: 'MẪU' }, house.request('vptu-pho'));
  const ofMember = new Map(await Promise.all(asked));
  const correction = await corrected;
  if (dueAfter > answered) house.clock.pass(PAST_DUE_MS);
  await comes;
  for (let fired = 1; fired > 0; ) ({ fired } = await fireDueRungs(desk));
  return { ofMember, corrected: correction, all: [...ofMember.values()].flat() };
}

describe('thirty members vote at once while the roster is corrected and the day comes', () => {
  test.each([['den-han', 1], ['den-han', 20], ['den-han', 60], ['den-han', 1000], ['khep-som', 30], ['khep-som', 1000]])('%s, the day after %s answers: one result, which its ballots lead to again', async (route, dueAfter) => {
    const [leaving, coming] = [member(seats.shift()!), nextSeat++];
    seats.push(coming);
    const hall = await VoteHall.open(house, route);
    must(await hall.cast(desk, leaving, (await hall.ballots()).get(leaving)!.task.id, 'yes'));
    await changeCouncil(leaving, coming);
    const { ofMember, corrected, all } = await race(hall, dueAfter);

    const { told, again, outcome } = await hall.counted();
    expect(told).toHaveLength(1);
    expect(told[0]).toEqual(again);
    expect(outcome).toBe(again?.outcome);
    expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
    expect(all.map(codeOf).filter((code) => ![null, 'TASK_CLOSED', 'STEP_CLOSED_BY_TIME'].includes(code))).toEqual([]);
    expect([null, 'STEP_NOT_FOUND']).toContain(codeOf(corrected));
    for (const said of ofMember.values()) {
      const acts = new Set(said.flatMap((s) => (s.ok ? [s.value.act] : [])));
      expect(acts.size).toBeLessThanOrEqual(1);
      expect(said[0]!.ok).toBe(said[1]!.ok);
      expect(said.slice(0, 2).filter((s) => s.ok && !s.value.replayed).length).toBeLessThanOrEqual(1);
    }
    const decided = (await hall.load()).decisions;
    expect(new Set(decided.map((d) => d.principal)).size).toBe(decided.length);
    expect(decided).toHaveLength(1 + [...ofMember.values()].filter((said) => said.some((s) => s.ok)).length);
    if (corrected.ok) expect(again).toMatchObject({ members: MEMBERS, corrections: { added: 1, removed: 1 } });
    house.clock.pass(-PAST_DUE_MS);
  }, 120_000);

  test('asked again after the day has come, a ballot that stood answers as it did, and one that comes late is told why', async () => {
    const hall = await VoteHall.open(house, 'den-han');
    const ballots = await hall.ballots();
    const [early, late] = [...ballots.keys()] as [string, string];
    const [one, two] = [ballots.get(early)!, ballots.get(late)!];
    const given = { key: 'mot-lan', request: 'yes' };
    const first = must(await hall.cast(desk, early, one.task.id, 'yes', given));
    house.clock.pass(PAST_DUE_MS);
    expect(codeOf(await hall.cast(desk, late, two.task.id, 'yes'))).toBe('STEP_CLOSED_BY_TIME');
    expect(must(await hall.cast(desk, early, one.task.id, 'yes', given))).toMatchObject({ act: first.act, replayed: true });
    expect((await hall.counted()).told).toMatchObject([{ yes: 1, silent: MEMBERS - 1, outcome: 'lapsed' }]);
    expect(await fireDueRungs(desk)).toMatchObject({ fired: 0 });
    house.clock.pass(-PAST_DUE_MS);
  });
});

describe('the clock', () => {
  test('lets a suspended dossier go on with the day that was set, moves its dates by the pause, and closes its vote on the new one', async () => {
    const start = house.clock.at;
    const hall = await VoteHall.open(house, 'den-han');
    must(await suspend(desk, { dossier: hall.dossier.id, until: '2022-07-25', reason: 'MẪU' }, house.request('vptu-pho')));
    house.clock.at = new Date('2022-07-28T02:00:00.000Z');
    await fireDueRungs(desk);
    expect((await hall.load()).suspended).toBeNull();
    expect((await hall.step()).state).toBe('open');
    // The days of the pause lead to a Sunday, and a term of days ends on a working day.
    expect(await house.look('select due_at from totrinh.step where id = $1', [(await hall.step()).id])).toEqual([{ due_at: new Date('2022-08-01T17:00:00.000Z') }]);
    house.clock.at = new Date('2022-08-01T17:00:00.000Z');
    await fireDueRungs(desk);
    expect(await hall.counted()).toMatchObject({ outcome: 'lapsed', told: [{ silent: MEMBERS }] });
    expect((await house.look<{ body: string }>(`select body::jsonb -> 'data' ->> 'effectiveAt' as body from totrinh.event where dossier_id = $1 and type = 'deadline.passed' order by seq`, [hall.dossier.id])).map((e) => e.body)).toEqual(['2022-07-25T17:00:00.000Z', '2022-08-01T17:00:00.000Z']);
    expect(await faultsOf(house, hall.dossier.id)).toEqual([]);
    house.clock.at = start;
  });
});

const seats = Array.from({ length: MEMBERS }, (_, i) => MEMBERS - i);
let nextSeat = MEMBERS + 1;
