import { declareAbsence, endAbsence, endAuthority, enterOrganisation, grantAuthority, sign, type AuthorityInput } from '@totrinh/casework';
import { AuthoritiesReadModel, inTransaction, loadActor, QueueReadModel } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());
afterEach(async () => { for (const { id, grantor } of await house.look<{ id: string; grantor: string }>('select id, grantor_id as grantor from totrinh.authority where ended_on is null')) must(await endAuthority(house.desk, id, house.request(grantor))); });

const TODAY = '2022-07-13';
const granted = (input: Partial<AuthorityInput> = {}, by = 'btctu-truong'): ReturnType<typeof grantAuthority> =>
  grantAuthority(house.desk, { grantee: 'btctu-pho', number: '3/UQ-BTCTU', document: null, routes: null, verbs: ['decide', 'sign', 'confirm'], from: TODAY, to: '2022-12-31', ...input }, house.request(by));
const atReview = async (): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house), 'duyet-noi-dung');
const reviewed = async (d: LedgerDossier, person: string): Promise<string | null> => codeOf(await d.decideIn((await d.task('duyet-noi-dung')).id, person, 'approved'));
const queueOf = async (person: string): Promise<unknown[]> => (await new QueueReadModel(house.source).page({ person, day: TODAY }, { limit: 50, after: null })).items.map((t) => [t.dossier.id, t.step.path, t.inSteadOf?.person ?? null, t.byAuthorityOf?.person ?? null]);
const told = async (person: string): Promise<string[]> => (await house.look<{ kind: string }>('select kind from totrinh.notice where person_id = $1 order by id', [person])).map((n) => n.kind);

describe('Ủy quyền (TUQ) · written authority on the real tables', () => {
  test('ký thừa ủy quyền: nhật ký ghi TUQ, số văn bản, chữ ký của ai; hàng việc của người nhận có việc ấy', async () => {
    const d = await driveTo(await LedgerDossier.open(house), 'ky-to-trinh');
    const task = (await d.task('ky-to-trinh')).id;
    expect(codeOf(await sign(house.desk, { task }, house.request('btctu-pho')))).toBe('TASK_NOT_FOUND');
    const { made: { authority }, status } = must(await granted());
    expect(status).toBe(201);
    expect(await queueOf('btctu-pho')).toContainEqual([d.id, 'ky-to-trinh', null, 'btctu-truong']);
    must(await sign(house.desk, { task }, house.request('btctu-pho')));
    expect(await house.look('select actor, principal, capacity, authority, in_stead as stead from totrinh.decision where task_id = $1', [task])).toEqual([{ actor: 'btctu-pho', principal: 'btctu-truong', capacity: 'TUQ', authority, stead: null }]);
    expect(await faultsOf(house, d.id)).toEqual([]);
    expect(await told('btctu-pho')).toContain('authorityGranted');
  });

  test('thu hồi thì hết quyền ngay; người nhận có thể trả lại', async () => {
    const d = await atReview();
    const { made: { authority } } = must(await granted());
    must(await endAuthority(house.desk, authority, house.request('btctu-pho')));
    expect(await reviewed(d, 'btctu-pho')).toBe('TASK_NOT_FOUND');
    expect(await queueOf('btctu-pho')).not.toContainEqual([d.id, 'duyet-noi-dung', null, 'btctu-truong']);
    expect(codeOf(await endAuthority(house.desk, authority, house.request('btctu-truong')))).toBe('AUTHORITY_NOT_FOUND');
  });

  test('chỉ trong quy trình và việc đã nêu; chưa tới ngày thì chưa có quyền', async () => {
    const d = await atReview();
    must(await granted({ verbs: ['sign'] }));
    expect(await reviewed(d, 'btctu-pho')).toBe('NOT_ALLOWED');
    expect(await queueOf('btctu-pho')).not.toContainEqual([d.id, 'duyet-noi-dung', null, 'btctu-truong']);
    must(await granted({ verbs: ['decide'], from: '2022-07-14' }));
    expect(await reviewed(d, 'btctu-pho')).toBe('NOT_ALLOWED');
    must(await granted({ verbs: ['decide'], grantee: 'btctu-cv' }));
    expect(await reviewed(d, 'btctu-cv')).toBe('SELF_APPROVAL');
  });

  test.each([
    ['người không có', { grantee: 'khong-co' }, 'btctu-truong', 'PERSON_UNKNOWN'],
    ['quy trình không có', { routes: ['khong-co'] }, 'btctu-truong', 'ROUTE_NOT_FOUND'],
    ['người khác cơ quan lập', { grantor: 'stc-truong', grantee: 'stc-pho' }, 'btctu-truong', 'NOT_ALLOWED'],
    ['quá một năm', { to: '2024-01-01' }, 'btctu-truong', 'AUTHORITY_TOO_LONG'],
    ['lùi ngày', { from: '2022-07-12' }, 'btctu-truong', 'DATE_INVALID'],
  ] as const)('%s: bị từ chối, không ghi gì', async (_name, input, by, code) => {
    const count = async (): Promise<number> => (await house.look('select 1 from totrinh.authority')).length;
    const before = await count();
    expect(codeOf(await granted(input as Partial<AuthorityInput>, by))).toBe(code);
    expect(await count()).toBe(before);
  });

  test('gửi lại cùng một yêu cầu: cùng một ủy quyền', async () => {
    const request = house.request('btctu-truong');
    const input = { grantee: 'btctu-pho', number: '9/UQ', document: null, routes: null, verbs: ['sign'] as const, from: TODAY, to: TODAY };
    const first = must(await grantAuthority(house.desk, input, request));
    expect(must(await grantAuthority(house.desk, input, request))).toMatchObject({ act: first.act, made: first.made, replayed: true });
  });

  test('hai người cùng lúc ủy quyền cho nhau: chỉ một văn bản được lập', async () => {
    const pair = (day: string): ReturnType<typeof granted>[] => [granted({ from: day, to: day }, 'btctu-truong'), granted({ grantee: 'btctu-truong', from: day, to: day }, 'btctu-pho')];
    const days = Array.from({ length: 8 }, (_, i) => `2022-08-${i + 10}`);
    const codes = (await Promise.all(days.flatMap(pair))).map(codeOf);
    expect(days.map((_, i) => codes.slice(2 * i, 2 * i + 2).sort())).toEqual(days.map(() => ['AUTHORITY_CHAIN', null]));
  });

  test('thu hồi giữa lúc đang ký: việc ký xong trước thì đứng, xong sau thì không; không có gì ở giữa', async () => {
    for (let round = 0; round < 6; round += 1) {
      const d = await atReview();
      const { made: { authority } } = must(await granted({ grantee: 'btctu-pho' }));
      const [code, ended] = await Promise.all([reviewed(d, 'btctu-pho'), endAuthority(house.desk, authority, house.request('btctu-truong'))]);
      must(ended);
      const decisions = await house.look<{ act: string }>(`select act_id as act from totrinh.decision where authority = $1`, [authority]);
      expect([code, decisions.length]).toEqual(code === null ? [null, 1] : [expect.stringMatching(/^(TASK_NOT_FOUND|NOT_ALLOWED)$/), 0]);
    }
  });

  test('việc thu hồi chờ hành động đang dựa vào ủy quyền ấy', async () => {
    const { made: { authority } } = must(await granted());
    let ended = false;
    const ending = await inTransaction(house.source, async (tx) => {
      expect((await loadActor(tx, 'btctu-pho', TODAY)).authorities.map((a) => a.authority)).toEqual([authority]);
      const waiting = endAuthority(house.desk, authority, house.request('btctu-truong')).then((r) => { ended = true; return r; });
      const blocked = async (): Promise<boolean> => (await house.look(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%totrinh.authority set ended_on%'`)).length > 0;
      while (!(await blocked())) expect(ended).toBe(false);
      return { waiting };
    });
    must(await ending.waiting);
    expect((await inTransaction(house.source, (tx) => loadActor(tx, 'btctu-pho', TODAY))).authorities).toEqual([]);
  });

  test('hai người cùng dựa vào ủy quyền của một người: một việc chỉ được quyết định một lần', async () => {
    const d = await atReview();
    must(await granted({ verbs: ['decide'] }));
    must(await granted({ verbs: ['decide'], grantee: 'btctu-cv2' }));
    const codes = await Promise.all([reviewed(d, 'btctu-pho'), reviewed(d, 'btctu-cv2')]);
    expect(codes.filter((c) => c === null)).toHaveLength(1);
    expect(codes.find((c) => c !== null)).toBe('TASK_CLOSED');
  });

  test('ai thấy văn bản nào: người giao, người nhận, thủ trưởng của người giao, quản trị', async () => {
    const { made: { authority } } = must(await granted({ grantor: 'btctu-pho', grantee: 'vptu-pho' }));
    const seenBy = async (person: string): Promise<boolean> => (await new AuthoritiesReadModel(house.source).page({ person, day: TODAY }, { limit: 100, after: null })).items.some((g) => g.id === authority && g.holds);
    expect(await Promise.all(['btctu-pho', 'vptu-pho', 'btctu-truong', 'quan-tri', 'stc-truong'].map(seenBy))).toEqual([true, true, true, true, false]);
  });
});

describe('Vắng mặt và rời chức vụ · absences and leavers', () => {
  test('việc tới tay người vắng: người xử lý thay được báo', async () => {
    const { absence } = must(await declareAbsence(house.desk, { substitute: 'btctu-pho', from: TODAY, to: '2022-07-20', routes: null }, house.request('btctu-truong')));
    const d = await atReview();
    expect(await house.look(`select person_id as person, data ->> 'person' as away from totrinh.notice where dossier_id = $1 and kind = 'inStead'`, [d.id])).toEqual([{ person: 'btctu-pho', away: 'btctu-truong' }]);
    expect(await told('btctu-pho')).toContain('standingIn');
    expect(await queueOf('btctu-pho')).toContainEqual([d.id, 'duyet-noi-dung', 'btctu-truong', null]);
    must(await endAbsence(house.desk, absence, house.request('btctu-truong')));
  });

  test('người xử lý thay cũng vắng trong những ngày ấy: bị từ chối, nói rõ', async () => {
    const { absence } = must(await declareAbsence(house.desk, { substitute: 'btctu-cv2', from: '2022-09-01', to: '2022-09-05', routes: null }, house.request('btctu-pho')));
    const refused = await declareAbsence(house.desk, { substitute: 'btctu-pho', from: '2022-09-05', to: '2022-09-09', routes: null }, house.request('btctu-truong'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'SUBSTITUTE_AWAY', details: { absence, substitute: 'btctu-pho', from: '2022-09-01', to: '2022-09-05' } } });
    must(await endAbsence(house.desk, absence, house.request('btctu-pho')));
  });

  test('người thay đã rời mọi chức vụ thì không thay ai, không ký theo ủy quyền của ai', async () => {
    await enterOrganisation(house.desk, { units: [], bodies: [], signers: [], registers: [], people: [{ id: 'nguoi-sap-di', name: 'MẪU nguoi-sap-di' }], posts: [{ id: 'btctu-giup', unit: 'btctu', body: null, role: 'drafter', title: 'MẪU' }], appointments: [{ id: '00000000-0000-4000-8000-000000000901', person: 'nguoi-sap-di', post: 'btctu-giup', validFrom: '2020-01-01', validTo: null }] });
    const { absence } = must(await declareAbsence(house.desk, { substitute: 'nguoi-sap-di', from: TODAY, to: '2022-07-20', routes: null }, house.request('btctu-truong')));
    must(await granted({ grantee: 'nguoi-sap-di' }));
    const d = await atReview();
    await house.look(`update totrinh.appointment set valid_to = $1 where person_id = 'nguoi-sap-di'`, [TODAY]);
    expect(await reviewed(d, 'nguoi-sap-di')).toBe('TASK_NOT_FOUND');
    expect(await inTransaction(house.source, (tx) => loadActor(tx, 'nguoi-sap-di', TODAY))).toMatchObject({ posts: [], substitutes: [], authorities: [] });
    must(await endAbsence(house.desk, absence, house.request('btctu-truong')));
  });
});

describe('Quyền, phụ trách · acting heads', () => {
  test('người được giao quyền giữ chức vụ bên cạnh người giữ thật: cả hai đều có quyền, ý kiến ghi Q', async () => {
    await enterOrganisation(house.desk, { units: [], bodies: [], signers: [], registers: [], people: [], posts: [{ id: 'btctu-quyen-truong', unit: 'btctu', body: null, role: 'head', title: 'MẪU quyền trưởng ban' }], appointments: [{ id: '00000000-0000-4000-8000-000000000902', person: 'btctu-pho', post: 'btctu-quyen-truong', validFrom: '2020-01-01', validTo: '2022-07-14', acting: true }] });
    const d = await atReview();
    expect((await d.task('duyet-noi-dung')).assignees.map((a) => a.person).sort()).toEqual(['btctu-pho', 'btctu-truong']);
    must(await d.decideIn((await d.task('duyet-noi-dung')).id, 'btctu-pho', 'approved'));
    expect(await house.look('select actor, principal, capacity from totrinh.decision where dossier_id = $1', [d.id])).toEqual([{ actor: 'btctu-pho', principal: 'btctu-pho', capacity: 'Q' }]);
  });
});
