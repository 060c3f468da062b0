import { declareAbsence, endAbsence, sign, type AbsenceInput } from '@totrinh/casework';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';

let house: LedgerHouse;
beforeAll(async () => {
  house = await LedgerHouse.open();
  await house.publish(LEDGER_ROUTE.replace('route: mau', 'route: mau-khac'));
});
afterAll(async () => house.close());
afterEach(async () => { for (const { id, person } of await house.look<{ id: string; person: string }>('select id, person_id as person from totrinh.absence where ended_on is null')) must(await endAbsence(house.desk, id, house.request(person))); });

const TODAY = '2022-07-13';
const declared = (input: Partial<AbsenceInput> = {}, by = 'btctu-truong') =>
  declareAbsence(house.desk, { substitute: 'btctu-pho', from: TODAY, to: '2022-07-20', routes: null, ...input }, house.request(by));
const atReview = async (route = 'mau'): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house, { route }), 'duyet-noi-dung');
const reviewed = async (d: LedgerDossier, person: string): Promise<string | null> => codeOf(await d.decideIn((await d.task('duyet-noi-dung')).id, person, 'approved'));

describe('Vắng mặt, xử lý thay · absences on the real tables', () => {
  test('người xử lý thay duyệt thay; nhật ký ghi ý kiến là của người vắng, do ai xử lý thay', async () => {
    const d = await atReview();
    expect(await reviewed(d, 'btctu-pho')).toBe('TASK_NOT_FOUND');
    const { absence, status } = must(await declared());
    expect(status).toBe(201);
    expect(await reviewed(d, 'btctu-pho')).toBeNull();
    expect(await house.look('select actor, principal, in_stead as stead from totrinh.decision where dossier_id = $1', [d.id])).toEqual([{ actor: 'btctu-pho', principal: 'btctu-truong', stead: absence }]);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('hết vắng thì thôi xử lý thay', async () => {
    const { absence } = must(await declared());
    must(await endAbsence(house.desk, absence, house.request('btctu-truong')));
    expect(await reviewed(await atReview(), 'btctu-pho')).toBe('TASK_NOT_FOUND');
    expect(codeOf(await endAbsence(house.desk, absence, house.request('btctu-truong')))).toBe('ABSENCE_NOT_FOUND');
  });

  test('chỉ thay trong quy trình đã chọn', async () => {
    must(await declared({ routes: ['mau-khac'] }));
    expect(await reviewed(await atReview('mau'), 'btctu-pho')).toBe('NOT_ALLOWED');
    expect(await reviewed(await atReview('mau-khac'), 'btctu-pho')).toBeNull();
  });

  test('không ai ký thay; người soạn thảo thay thủ trưởng vẫn không tự duyệt hồ sơ của mình', async () => {
    const d = await driveTo(await LedgerDossier.open(house), 'ky-to-trinh');
    must(await declared());
    expect(codeOf(await sign(house.desk, { task: (await d.task('ky-to-trinh')).id }, house.request('btctu-pho')))).toBe('NO_SUBSTITUTE');
    for (const { id } of await house.look<{ id: string }>('select id from totrinh.absence where ended_on is null')) must(await endAbsence(house.desk, id, house.request('btctu-truong')));
    must(await declared({ substitute: 'btctu-cv' }));
    expect(await reviewed(await atReview(), 'btctu-cv')).toBe('SELF_APPROVAL');
  });

  test('gửi lại cùng một yêu cầu: cùng một lần khai; khóa ấy với nội dung khác thì bị từ chối', async () => {
    const request = house.request('btctu-truong');
    const input = { substitute: 'btctu-pho', from: TODAY, to: TODAY, routes: null };
    const first = must(await declareAbsence(house.desk, input, request));
    const again = must(await declareAbsence(house.desk, input, request));
    expect(again).toMatchObject({ act: first.act, absence: first.absence, status: 201, replayed: true });
    expect(codeOf(await declareAbsence(house.desk, input, { ...request, request: 'khac' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await house.look('select verb, dossier_id as dossier from totrinh.act where id = $1', [first.act])).toEqual([{ verb: 'declareAbsence', dossier: null }]);
  });

  test.each([
    ['người không có', { substitute: 'khong-co' }, 'PERSON_UNKNOWN'],
    ['quy trình không có', { routes: ['khong-co'] }, 'ROUTE_NOT_FOUND'],
    ['khai cho người khác cơ quan', { person: 'stc-pho', substitute: 'stc-truong' }, 'NOT_ALLOWED'],
    ['ngày đã qua', { from: '2022-07-12' }, 'DATE_INVALID'],
  ] as const)('%s: bị từ chối, không ghi gì', async (_name, input, code) => {
    const count = async () => (await house.look('select 1 from totrinh.absence')).length;
    const before = await count();
    expect(codeOf(await declared(input))).toBe(code);
    expect(await count()).toBe(before);
  });

  test('người không giữ chức vụ nào thì không xử lý thay ai', async () => {
    await house.look(`insert into totrinh.person (id, name) values ('nguoi-moi', 'MẪU nguoi-moi') on conflict do nothing`);
    expect(codeOf(await declared({ substitute: 'nguoi-moi' }))).toBe('NOT_INCUMBENT');
  });

  test('hai người cùng lúc cử nhau thay: chỉ một người được, ngày nào cũng vậy', async () => {
    const pair = (day: string) => [declared({ substitute: 'btctu-pho', from: day, to: day }, 'btctu-truong'), declared({ substitute: 'btctu-truong', from: day, to: day }, 'btctu-pho')];
    const days = Array.from({ length: 12 }, (_, i) => `2022-08-${i + 10}`);
    const codes = (await Promise.all(days.flatMap(pair))).map(codeOf);
    expect(days.map((_, i) => codes.slice(2 * i, 2 * i + 2).sort())).toEqual(days.map(() => ['ABSENCE_CHAIN', null]));
  });
});
