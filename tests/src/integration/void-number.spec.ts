import { voidNumber } from '@totrinh/casework';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const voiding = (person: string, given: { register?: string; series?: string | null } = {}, request = house.request(person)) =>
  voidNumber(house.desk, { register: 'so-da', series: null, reason: 'MẪU in hỏng', ...given }, request);
const rows = (): Promise<unknown[]> => house.look(`select number, text, state, reason, given_on::text as on from totrinh.register_number where register_id = 'so-da' order by number`);

describe('the next number of a register is made void', () => {
  test('its row says why, and the next document gets the number after it', async () => {
    const d = await driveTo(await LedgerDossier.open(house), 'ban-hanh');
    expect(must(await voiding('vptu-vt'))).toMatchObject({ register: 'so-da', series: 'XVII', number: 12, text: '12-ĐA/TU', status: 201 });
    expect(must(await d.issueIn((await d.task('ban-hanh')).id)).ids['number']).toBe('13-ĐA/TU');
    expect(await rows()).toEqual([{ number: 12, text: '12-ĐA/TU', state: 'void', reason: 'MẪU in hỏng', on: '2022-07-13' }, { number: 13, text: '13-ĐA/TU', state: 'given', reason: null, on: '2022-07-13' }]);
  });

  test('the same request twice is one number', async () => {
    const request = house.request('vptu-vt');
    const first = must(await voiding('vptu-vt', {}, request));
    const before = await rows();
    expect(must(await voiding('vptu-vt', {}, request))).toEqual({ ...first, replayed: true });
    expect(codeOf(await voiding('vptu-vt', {}, { ...request, request: 'another body' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await rows()).toEqual(before);
  });

  test('clerks who do it at the same time get different numbers', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => voiding('vptu-vt')));
    expect(new Set(answers.map((a) => must(a).number)).size).toBe(5);
  });

  test.each([
    ['a clerk of the issuer', 'vptu-vt', {}, null], ['the head of the issuer', 'vptu-truong', {}, null], ['another unit', 'btctu-truong', {}, 'NOT_ALLOWED'], ['an administrator who keeps no register', 'quan-tri', {}, 'NOT_ALLOWED'],
    ['an office that issues nothing in it', 'vptu-vt', { register: 'so-kh' }, 'NOT_ALLOWED'], ['the issuer of the other one', 'stc-truong', { register: 'so-kh' }, null], ['a register that there is not', 'vptu-vt', { register: 'khong-co' }, 'REGISTER_NOT_FOUND'],
    ['a series by its name', 'vptu-vt', { series: 'XVII' }, null], ['a series that it has not', 'vptu-vt', { series: 'XIX' }, 'REGISTER_NOT_FOUND'],
  ] as const)('%s: %s', async (_who, person, given, code) => {
    const before = await rows();
    expect(codeOf(await voiding(person, given))).toBe(code);
    if (code !== null) expect(await rows()).toEqual(before);
  });

  test('an office that issues in the register of another unit keeps it too', async () => {
    await house.item({ registerIssuer: 'stc', registerType: 'ke-hoach' });
    expect(codeOf(await voiding('vptu-vt', { register: 'so-kh' }))).toBeNull();
  });

  test('never before the day of the number before it, nor where numbers come from elsewhere', async () => {
    house.clock.pass(-86_400_000);
    expect(codeOf(await voiding('vptu-vt'))).toBe('NUMBER_DATE_DECREASES');
    house.clock.pass(86_400_000);
    await house.superuser.query(`update totrinh.register set gives = false where id = 'so-kh'`);
    expect(codeOf(await voiding('stc-truong', { register: 'so-kh' }))).toBe('REGISTER_RECORDS');
    expect(await house.look(`select 1 from totrinh.register_series where series = 'XIX'`)).toEqual([]);
  });
});
