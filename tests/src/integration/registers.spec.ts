import { issue, type Desk } from '@totrinh/casework';
import { eventually } from '../house/eventually.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import type { SourcedDesk } from '../house/sourced-desk.ts';
import { patientDesk } from './races.ts';
import { explore, play } from './schedule.ts';

// Draft, signature, clerk: nothing else, since each order begins with dossiers of its own.
const SIGNED = `
route: ky-roi-phat-hanh
title: { vi: MẪU ký rồi phát hành, en: Signed and issued sample }
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, next: { completed: ky } }
  ky: { kind: sign, who: { headOf: leadUnit }, next: { signed: ban-hanh, returned: soan-thao } }
  ban-hanh: { kind: issue, register: from item, who: { post: van-thu, of: issuing }, completes: item, next: { issued: hoan-thanh } }
  hoan-thanh: { kind: end, status: done }
`;

let house: LedgerHouse;
let desk: SourcedDesk;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await house.publish(SIGNED);
  desk = await patientDesk(house);
});
afterAll(async () => {
  await desk.source.destroy();
  await house.close();
});

const STATE = { registerIssuer: 'stc', registerType: 'ke-hoach' };
const ready = async (item = {}): Promise<{ d: LedgerDossier; task: string }> => {
  const d = await LedgerDossier.open(house, { item, route: 'ky-roi-phat-hanh' });
  must(await d.submit());
  await d.move();
  must(await d.decide('ky', 'btctu-truong', 'signed'));
  await d.move();
  return { d, task: (await d.task('ban-hanh')).id };
};
const numbers = (register: string): Promise<{ series: string; number: number; on: string; text: string }[]> =>
  house.look('select series, number, given_on::text as on, text from totrinh.register_number where register_id = $1 order by series, number', [register]);
const expectWhole = async (register: string, series: string): Promise<void> => {
  const [counted] = await house.look<{ first: number; next: number }>('select first, next from totrinh.register_series where register_id = $1 and series = $2', [register, series]);
  const given = (await numbers(register)).filter((n) => n.series === series);
  expect(given.map((n) => n.number)).toEqual(Array.from({ length: (counted?.next ?? 0) - (counted?.first ?? 0) }, (_, i) => (counted?.first ?? 0) + i));
  expect(given.map((n) => n.on)).toEqual(given.map((n) => n.on).sort());
};

describe('numbers of a register', () => {
  test('clerks who issue at the same time get the next numbers, none twice and none left out', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => ready()));
    const answers = await Promise.all(many.map(({ d, task }) => d.issueIn(task)));
    expect(new Set(answers.map((a) => must(a).ids['number'])).size).toBe(6);
    await expectWhole('so-da', 'XVII');
  });

  test('two issues and a refused one, in every order of their locks with up to one interruption, leave no gap', async () => {
    const schedules = await explore(async (prefix) => {
      const [one, two] = [await ready(), await ready()];
      const by = (task: string, who: string) => async (gated: Desk): Promise<string> => codeOf(await issue(gated, { task }, house.request(who))) ?? 'ok';
      const played = await play(desk, house.superuser, [by(one.task, 'vptu-vt'), by(one.task, 'vptu-vt'), by(two.task, 'vptu-vt')], new Set(['lock', 'commit']), prefix, 1);
      expect([...played.answers].sort()).toEqual(['TASK_CLOSED', 'ok', 'ok']);
      expect([...(await faultsOf(house, one.d.id)), ...(await faultsOf(house, two.d.id))]).toEqual([]);
      return played;
    });
    expect(schedules).toBeGreaterThan(10);
    await expectWhole('so-da', 'XVII');
  }, 180_000);

  test('a number is never dated before the one before it', async () => {
    const { d, task } = await ready();
    house.clock.pass(-86_400_000);
    expect(codeOf(await d.issueIn(task))).toBe('NUMBER_DATE_DECREASES');
    house.clock.pass(86_400_000);
    must(await d.issueIn(task));
  });

  test('a register that nobody keeps is said, and nothing is issued', async () => {
    const { d, task } = await ready({ registerIssuer: 'sxd' });
    expect(codeOf(await d.issueIn(task))).toBe('REGISTER_NOT_FOUND');
    expect((await d.load()).case).toMatchObject({ status: 'open', number: null });
  });

  test('on 1 January the State’s register begins at 01 under the lock, also for a clerk who waited over midnight; the Party’s goes on', async () => {
    const [before, waiting, after, party] = [await ready(STATE), await ready(STATE), await ready(STATE), await ready()];
    const again = house.clock.at;
    house.clock.at = new Date('2022-12-31T16:59:59.900Z');
    expect(must(await before.d.issueIn(before.task)).ids['number']).toBe('181/KH-STC');
    await house.superuser.query('begin');
    await house.look(`select 1 from totrinh.register where id = 'so-kh' for update`);
    const act = waiting.d.issueIn(waiting.task);
    await eventually('the clerk waits for the register', async () => (await house.look(`select 1 from pg_stat_activity where usename = 'totrinh_app' and wait_event_type = 'Lock'`)).length > 0);
    house.clock.at = new Date('2022-12-31T17:00:00.100Z');
    await house.superuser.query('commit');
    expect(must(await act).ids['number']).toBe('01/KH-STC');
    expect(must(await after.d.issueIn(after.task)).ids['number']).toBe('02/KH-STC');
    expect(await numbers('so-kh')).toEqual([
      { series: '2022', number: 181, on: '2022-12-31', text: '181/KH-STC' }, { series: '2023', number: 1, on: '2023-01-01', text: '01/KH-STC' }, { series: '2023', number: 2, on: '2023-01-01', text: '02/KH-STC' },
    ]);
    expect((await house.look(`select at from totrinh.event where dossier_id = $1 and type = 'number.given'`, [waiting.d.id]))[0]).toEqual({ at: house.clock.at });
    expect(must(await party.d.issueIn(party.task)).ids['number']).toMatch(/^\d+-ĐA\/TU$/);
    await expectWhole('so-da', 'XVII');
    house.clock.at = again;
  });
});
