import { confirmProposal, declineProposal, extend, fireDueRungs, replanStale, FIRST_DOSSIER, resume, staleLeft, suspend, type Desk } from '@totrinh/casework';
import { shippedCalendar } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { patientDesk } from './races.ts';
import { off, openOn, publishCalendar, replanAll, TEN_DAYS, termsIn, worked } from './replan-office.ts';
import { explore, play } from './schedule.ts';

let house: LedgerHouse;
let patient: SourcedDesk;
beforeAll(async () => {
  house = await LedgerHouse.open();
  patient = await patientDesk(house);
  await house.publish(TEN_DAYS);
});
afterAll(async () => {
  await patient.source.destroy();
  await house.close();
});
beforeEach(async () => {
  await house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null');
  house.clock.at = new Date('2022-07-13T02:00:00.000Z');
  await publishCalendar(house.desk, []);
});

const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const keyNow = async (overlay = ''): Promise<string> => `vn:${(await house.look<{ v: number }>(`select max(version) as v from totrinh.calendar_version where calendar_id = 'vn'`))[0]?.v}${overlay}`;
const dueOf = async (d: LedgerDossier): Promise<string> => (await termsIn(house, d.id)).steps[0]?.split(' ')[3] ?? '';
const sound = async (...dossiers: LedgerDossier[]): Promise<void> => { for (const d of dossiers) expect(await faultsOf(house, d.id)).toEqual([]); };
const question = async (d: LedgerDossier): Promise<string> => (await d.load()).case.proposals.find((p) => p.verb === 'moveDue')?.id ?? '';
/** The Wednesday in the middle of the ten days. */
const HOLIDAY = off('2022-07-20');
/** A Saturday in them. */
const SATURDAY = worked('2022-07-16');

describe('a new calendar and an open dossier', () => {
  test('a holiday in its term: the date and what waits for it come later, and the record says so', async () => {
    const d = await openOn(house);
    expect(await dueOf(d)).toBe('2022-07-27');
    await publishCalendar(house.desk, [HOLIDAY]);
    expect(await staleLeft(house.desk)).toBe(1);
    expect(await replanAll(house.desk)).toEqual([{ examined: 1, moved: 1, asked: 0, unchanged: 0, after: d.id }, { examined: 0, moved: 0, asked: 0, unchanged: 0, after: null }]);
    const key = await keyNow();
    expect(await termsIn(house, d.id)).toEqual({
      steps: [`soan-thao 2022-07-29 00:00 2022-07-28 ${key}`],
      rungs: [`2022-07-26 08:00 ladder sap-den-han 1 standard:1 ${key}`, `2022-07-28 08:00 ladder den-han 1 standard:1 ${key}`, `2022-07-29 00:00 overdue 1 ${key}`, `2022-07-29 08:00 ladder qua-han 1 standard:1 ${key}`],
      said: [`due.changed {"by": "system", "because": "calendar", "calendar": "${key}"}`], questions: [],
    });
    expect(await staleLeft(house.desk)).toBe(0);
    await sound(d);
  });

  test('a holiday elsewhere: nothing is said, and only the version that it was reckoned with is another', async () => {
    const d = await openOn(house);
    const before = await termsIn(house, d.id);
    const old = await keyNow();
    await publishCalendar(house.desk, [off('2022-12-26')]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ moved: 0, asked: 0, unchanged: 1 });
    const key = await keyNow();
    expect(await termsIn(house, d.id)).toEqual(JSON.parse(JSON.stringify(before).replaceAll(old, key)));
    await sound(d);
  });

  test('a holiday between the reminder and the date moves the reminder alone', async () => {
    const d = await openOn(house);
    await extendTo(d, '2022-07-28');
    await publishCalendar(house.desk, [off('2022-07-27')]);
    await replanAll(house.desk);
    const { steps, rungs } = await termsIn(house, d.id);
    expect([steps[0]?.split(' ')[3], rungs[0]?.split(' ').slice(0, 4)]).toEqual(['2022-07-28', ['2022-07-25', '08:00', 'ladder', 'sap-den-han']]);
    await sound(d);
  });

  test('a date that would come forward stays until the office says so; then it moves, and its reminders with it', async () => {
    const d = await openOn(house);
    await publishCalendar(house.desk, [SATURDAY]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ moved: 0, asked: 1, unchanged: 0 });
    const asked = await termsIn(house, d.id);
    expect([asked.steps[0]?.split(' ')[3], asked.questions]).toEqual(['2022-07-27', ['moveDue 2022-07-27T17:00:00.000Z → 2022-07-26']]);
    expect((await house.look<{ person: string; kind: string }>('select person_id as person, kind from totrinh.notice where dossier_id = $1 order by 1', [d.id])).map((n) => `${n.person} ${n.kind}`)).toEqual(['vptu-pho moveAsked', 'vptu-truong moveAsked']);
    const proposal = await question(d);
    expect(codeOf(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('btctu-cv')))).toBe('NOT_ALLOWED');
    must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('vptu-truong')));
    const { steps, rungs, questions } = await termsIn(house, d.id);
    expect([steps[0]?.split(' ')[3], rungs[0]?.slice(0, 16), questions]).toEqual(['2022-07-26', '2022-07-22 08:00', []]);
    await sound(d);
  });

  test('what the office has declined is not asked again by a version that says the same', async () => {
    const d = await openOn(house);
    await publishCalendar(house.desk, [SATURDAY]);
    await replanAll(house.desk);
    must(await declineProposal(house.desk, { dossier: d.id, proposal: await question(d), reason: 'MẪU' }, house.request('vptu-truong')));
    await publishCalendar(house.desk, [SATURDAY, off('2022-12-26')]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ moved: 0, asked: 0, unchanged: 1 });
    await publishCalendar(house.desk, [SATURDAY, worked('2022-07-23')]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ asked: 1 });
    expect((await termsIn(house, d.id)).questions).toEqual(['moveDue 2022-07-27T17:00:00.000Z → 2022-07-25']);
    await sound(d);
  });

  test('an open question is taken back by a calendar that no longer asks it', async () => {
    const d = await openOn(house);
    await publishCalendar(house.desk, [SATURDAY]);
    await replanAll(house.desk);
    await publishCalendar(house.desk, [SATURDAY, HOLIDAY]);
    await replanAll(house.desk);
    const { steps, questions } = await termsIn(house, d.id);
    expect([steps[0]?.split(' ')[3], questions]).toEqual(['2022-07-27', []]);
    await sound(d);
  });

  test('a longer term that was granted stays as granted', async () => {
    const d = await openOn(house);
    await extendTo(d, '2022-08-05');
    await publishCalendar(house.desk, [HOLIDAY, off('2022-08-05')]);
    await replanAll(house.desk);
    const { steps, rungs } = await termsIn(house, d.id);
    expect(steps[0]?.split(' ')[3]).toBe('2022-08-05');
    expect(rungs.map((r) => r.split(' ').slice(0, 4).join(' '))).toEqual(['2022-08-03 08:00 ladder sap-den-han', '2022-08-04 08:00 ladder den-han', '2022-08-06 00:00 overdue 1', '2022-08-08 08:00 ladder qua-han']);
    await sound(d);
  });

  test('a suspended dossier waits for its resumption, which counts the holiday of the pause’s calendar', async () => {
    const d = await openOn(house);
    house.clock.at = at('2022-07-14 09:00');
    must(await suspend(house.desk, { dossier: d.id, until: '2022-07-31', reason: 'MẪU' }, house.request('btctu-truong')));
    await publishCalendar(house.desk, [HOLIDAY]);
    expect(await staleLeft(house.desk)).toBe(0);
    expect((await replanAll(house.desk))[0]).toMatchObject({ examined: 0 });
    house.clock.at = at('2022-07-18 09:00');
    must(await resume(house.desk, { dossier: d.id, reason: null }, house.request('btctu-truong')));
    // Ten working days with the twentieth off end on the 28th; the 14th and 15th were lost to the pause.
    const { steps } = await termsIn(house, d.id);
    expect(steps).toEqual([`soan-thao 2022-08-02 00:00 2022-08-01 ${await keyNow()}`]);
    await sound(d);
  });

  test('a question that was open when a pause began is asked anew after it', async () => {
    const d = await openOn(house);
    await publishCalendar(house.desk, [SATURDAY]);
    await replanAll(house.desk);
    must(await suspend(house.desk, { dossier: d.id, until: '2022-07-31', reason: 'MẪU' }, house.request('btctu-truong')));
    house.clock.at = at('2022-07-18 09:00');
    must(await resume(house.desk, { dossier: d.id, reason: null }, house.request('btctu-truong')));
    const { steps, questions } = await termsIn(house, d.id);
    expect(questions).toEqual([`moveDue ${new Date(`${steps[0]?.split(' ')[3]}T17:00:00.000Z`).toISOString()} → 2022-08-01`]);
    await sound(d);
  });

  test('a unit’s own calendar is that of its dossiers alone', async () => {
    const [own, other] = [await openOn(house, 'lich', { drafter: 'stc-truong', item: { leadUnit: 'stc' } }), await openOn(house)];
    await publishCalendar(house.desk, [HOLIDAY], 'stc');
    expect((await replanAll(house.desk))[0]).toMatchObject({ examined: 1, moved: 1 });
    expect([await dueOf(own), await dueOf(other)]).toEqual(['2022-07-28', '2022-07-27']);
    expect((await termsIn(house, own.id)).rungs.every((r) => r.endsWith('+stc:1'))).toBe(true);
    await publishCalendar(house.desk, [off('2022-07-21')]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ examined: 2, moved: 2 });
    expect([await dueOf(own), await dueOf(other)]).toEqual(['2022-07-29', '2022-07-28']);
    await sound(own, other);
  });
});

describe('a rung that is due when the calendar changes', () => {
  const fired = async (d: LedgerDossier): Promise<string[]> => (await house.look<{ name: string }>(`select body::jsonb #>> '{data,name}' as name from totrinh.event where dossier_id = $1 and type = 'rung.fired' order by seq`, [d.id])).map((r) => r.name);

  test('is reckoned anew under the lock, and waits for its new time', async () => {
    const d = await openOn(house);
    house.clock.at = at('2022-07-25 08:00');
    await publishCalendar(house.desk, [HOLIDAY]);
    await fireDueRungs(house.desk);
    expect([await fired(d), await dueOf(d)]).toEqual([[], '2022-07-28']);
    house.clock.at = at('2022-07-26 08:00');
    await fireDueRungs(house.desk);
    expect(await fired(d)).toEqual(['sap-den-han']);
    await sound(d);
  });

  test('is not lost where its time stays, whether the clock or the job comes first', async () => {
    for (const first of [fireDueRungs, replanAll]) {
      const d = await openOn(house);
      house.clock.at = at('2022-07-27 08:30');
      await publishCalendar(house.desk, [off('2022-12-26')]);
      await first(house.desk);
      await fireDueRungs(house.desk);
      expect([await fired(d), await dueOf(d)]).toEqual([['sap-den-han', 'den-han'], '2022-07-27']);
      await sound(d);
      house.clock.at = new Date('2022-07-13T02:00:00.000Z');
      await publishCalendar(house.desk, []);
    }
  });

  test('and what was said of a term that had passed is not said again', async () => {
    const d = await openOn(house);
    house.clock.at = at('2022-07-28 09:00');
    await fireDueRungs(house.desk);
    const before = (await d.load()).case.seq;
    await publishCalendar(house.desk, [off('2022-12-26')]);
    await replanAll(house.desk);
    await fireDueRungs(house.desk);
    expect((await d.load()).case.seq).toBe(before);
  });
});

describe('the job and everybody else', () => {
  test('those that somebody holds are passed by and come with the next round', async () => {
    const [held, free] = [await openOn(house), await openOn(house)];
    await publishCalendar(house.desk, [HOLIDAY]);
    await house.superuser.query('begin');
    await house.look('select 1 from totrinh.dossier where id = $1 for update', [held.id]);
    expect((await replanAll(house.desk))[0]).toMatchObject({ examined: 1 });
    await house.superuser.query('rollback');
    expect([await dueOf(held), await dueOf(free), await staleLeft(house.desk)]).toEqual(['2022-07-27', '2022-07-28', 1]);
    await replanAll(house.desk);
    expect([await dueOf(held), await staleLeft(house.desk)]).toEqual(['2022-07-28', 0]);
  });

  test('two jobs at once, in small batches, do each dossier once', async () => {
    const dossiers = await Promise.all(Array.from({ length: 30 }, () => openOn(house)));
    await publishCalendar(house.desk, [HOLIDAY]);
    await Promise.all([replanAll(house.desk, 4), replanAll(house.desk, 3)]);
    await replanAll(house.desk);
    for (const d of dossiers) expect([(await termsIn(house, d.id)).said.length, await dueOf(d), await faultsOf(house, d.id)]).toEqual([1, '2022-07-28', []]);
  });

  test('an act, the job and the clock in one dossier, in every order with up to one interruption: the act goes through and nothing is said twice', async () => {
    await explore(async (prefix) => {
      await house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null');
      house.clock.at = new Date('2022-07-13T02:00:00.000Z');
      await publishCalendar(house.desk, []);
      const d = await openOn(house);
      house.clock.at = at('2022-07-25 08:00');
      await publishCalendar(house.desk, [HOLIDAY]);
      const job = async (gated: Desk): Promise<string> => { await replanStale(gated, FIRST_DOSSIER, 10); return 'ok'; };
      const clock = async (gated: Desk): Promise<string> => { await fireDueRungs(gated); return 'ok'; };
      const played = await play(patient, house.superuser, [job, async (gated) => codeOf(await d.atDesk(gated).comment('btctu-cv', 'MẪU')) ?? 'ok', clock], new Set(['lock', 'commit']), prefix, 1);
      await fireDueRungs(house.desk);
      expect(played.answers).toEqual(['ok', 'ok', 'ok']);
      await replanAll(house.desk);
      expect([(await termsIn(house, d.id)).said.length, await dueOf(d), await faultsOf(house, d.id)]).toEqual([1, '2022-07-28', []]);
      return played;
    });
  }, 180_000);
});

test('the calendar that ships knows the days of these tests as ordinary ones', () => {
  const days = new Set(shippedCalendar().days.map((d) => d.day));
  expect(['2022-07-20', '2022-07-16', '2022-07-27', '2022-08-05', '2022-12-26'].some((d) => days.has(d))).toBe(false);
});

async function extendTo(d: LedgerDossier, until: string): Promise<void> {
  const { id } = await d.task('soan-thao');
  must(await extend(house.desk, { task: id, until, reason: 'MẪU' }, house.request('btctu-cv')));
  await house.look(`insert into totrinh.participant values ($1, 'vptu-truong') on conflict do nothing`, [d.id]);
  const proposal = (await d.load()).case.proposals[0]?.id ?? '';
  must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('vptu-truong')));
}
