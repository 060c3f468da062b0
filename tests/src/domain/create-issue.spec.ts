import { approvalsNotInForce, create, issue, nextNumber, type CreateCommand } from '@totrinh/domain';
import { COMMAND, detailsOf, DossierDriver, refusal, REGISTER, TODAY } from './dossier-driver.ts';
import { Directory } from './sample-office.ts';
import { ROLES, ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

const published = { id: 'de-an-mau', version: 3, rules: routeOf(ROUTE_TEXT) };
const directory = new Directory();

describe('Lập hồ sơ · creating a dossier', () => {
  const TABLE: readonly (readonly [string, string, Partial<CreateCommand>, string | null, Record<string, unknown> | undefined])[] = [
    ['người soạn thảo lập hồ sơ của mình', 'btctu-cv', {}, null, undefined],
    ['thủ trưởng lập cho người soạn thảo', 'btctu-truong', {}, null, undefined],
    ['cấp phó lập cho người soạn thảo', 'btctu-pho', {}, null, undefined],
    ['chuyên viên lập thay chuyên viên khác', 'btctu-cv2', {}, 'NOT_ALLOWED', { because: 'notYourDossier' }],
    ['người của cơ quan khác', 'stc-truong', {}, 'NOT_ALLOWED', { because: 'notOfLeadUnit' }],
    ['ngoài chương trình (không có nội dung)', 'btctu-cv', { item: null }, null, undefined],
    ['hạn hôm nay', 'btctu-cv', { dueOn: TODAY }, null, undefined],
    ['hạn đã qua', 'btctu-cv', { dueOn: '2022-07-12' }, 'DUE_IN_PAST', { dueOn: '2022-07-12', today: TODAY }],
    ['chưa chỉ định cơ quan thẩm định', 'btctu-cv', { roles: { ...ROLES, units: { office: 'vptu' } } }, 'REQUEST_INVALID', { because: 'rolesUnbound', unbound: ['appraising'] }],
    ['chưa chỉ định tập thể nào, nhóm nào', 'btctu-cv', { roles: { ...ROLES, groups: {}, bodies: {} } }, 'REQUEST_INVALID', { because: 'rolesUnbound', unbound: ['cooperating', 'opinion', 'authority'] }],
    ['chưa có sổ mà quy trình có bước ban hành', 'btctu-cv', { roles: { ...ROLES, register: null } }, 'REQUEST_INVALID', { because: 'rolesUnbound', unbound: ['register'] }],
    ['không hỏi cơ quan nào', 'btctu-cv', { roles: { ...ROLES, groups: { cooperating: [] } } }, null, undefined],
  ];

  test.each(TABLE)('%s', (_name, person, change, code, details) => {
    const result = create(published, { ...COMMAND, ...change }, TODAY, directory.actor(person));
    expect(refusal(result)).toBe(code);
    expect(detailsOf(result)).toEqual(details);
  });

  test('hồ sơ ghim phiên bản quy trình; tên nằm trong phần có thể xóa', () => {
    const result = create(published, { ...COMMAND, dueOn: '2022-09-30' }, TODAY, directory.actor('btctu-cv'));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value).toHaveLength(1);
    expect(result.value[0]).toMatchObject({ type: 'dossier.created', data: { route: { id: 'de-an-mau', version: 3, semantics: 2 }, start: 'soan-thao' }, secret: { title: 'MẪU', dueOn: '2022-09-30' } });
    expect(result.value[0]?.data).not.toHaveProperty('title');
  });
});

describe('Ban hành · issuing', () => {
  const tryIssue = (d: DossierDriver, register = REGISTER, on = TODAY, person = 'vptu-vt') => issue(d.case, d.route, d.task('ban-hanh').id, register, on, d.as(person), d.means);

  test('hồ sơ đủ phê duyệt lấy số, ban hành đúng nội dung đã duyệt, nội dung của chương trình hoàn thành', () => {
    const d = driveTo('ban-hanh');
    const facts = d.issue();
    expect(facts.map((f) => f.type)).toEqual(['task.seen', 'decision.made', 'task.closed', 'number.given', 'dossier.issued', 'item.completed', 'step.settled']);
    expect(d.case).toMatchObject({ number: '12-ĐA/TU', programmeState: 'completed', status: 'open' });
    d.move();
    expect(d.case.status).toBe('done');
    expect(facts.find((f) => f.type === 'dossier.issued')?.data).toEqual({ number: '12-ĐA/TU', manifest: d.case.manifest, on: TODAY });
  });

  test('số của Nhà nước viết khác số của Đảng', () => {
    const d = driveTo('ban-hanh');
    d.must(tryIssue(d, { ...REGISTER, regime: 'state', notation: 'KH-UBND', series: '2022', next: 7 }));
    expect(d.case.number).toBe('07/KH-UBND');
  });

  test('ngày lùi so với số trước bị từ chối', () => {
    expect(refusal(tryIssue(driveTo('ban-hanh'), REGISTER, '2022-06-30'))).toBe('NUMBER_DATE_DECREASES');
    expect(nextNumber(REGISTER, '2022-06-30').ok).toBe(false);
  });

  test('ban hành lần thứ hai bị từ chối, nói ai đã ban hành', () => {
    const d = driveTo('ban-hanh');
    const task = d.task('ban-hanh').id;
    d.issue();
    const again = issue(d.case, d.route, task, { ...REGISTER, next: 13 }, TODAY, d.as('vptu-vt'), d.means);
    expect(refusal(again)).toBe('TASK_CLOSED');
    expect(detailsOf(again)).toMatchObject({ by: 'vptu-vt', outcome: 'issued' });
  });

  test('nội dung đổi sau phê duyệt thì phê duyệt không còn hiệu lực', () => {
    const d = driveTo('ban-hanh');
    d.case = { ...d.case, manifest: 'noi-dung-khac' };
    const result = tryIssue(d);
    expect(refusal(result)).toBe('APPROVAL_NOT_IN_FORCE');
    expect(detailsOf(result)).toEqual({ steps: ['thong-qua', 'ky'] });
  });

  test.each([['mở lại', { state: 'open' }], ['bị hủy', { state: 'cancelled' }], ['chuyển lại', { outcome: 'returned' }], ['từ chối', { outcome: 'rejected' }]] as const)('lần thông qua mới nhất %s thì chưa ban hành được', (_name, change) => {
    const d = driveTo('ban-hanh');
    d.case = { ...d.case, steps: d.case.steps.map((s) => (s.path === 'thong-qua' ? { ...s, ...change } : s)) };
    expect(detailsOf(tryIssue(d))).toEqual({ steps: ['thong-qua'] });
  });

  test('phê duyệt ở lượt trước không tính; ký lại đúng nội dung mới thì tính', () => {
    const d = driveTo('ky');
    d.decide('ky', 'tt-1', 'returned', 'bổ sung', 'tiep-thu');
    d.move();
    d.attach('to-trinh', 'b2', 'btctu-truong'); d.submit('btctu-truong'); d.move();
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toEqual(['thong-qua', 'ky']);
    driveTo('ban-hanh', d);
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toEqual([]);
    d.issue();
    expect(d.case.number).toBe('12-ĐA/TU');
  });

  test('chỉ văn thư được giao mới ban hành; bước khác không phải bước ban hành', () => {
    const d = driveTo('ban-hanh');
    expect(refusal(tryIssue(d, REGISTER, TODAY, 'vptu-truong'))).toBe('TASK_NOT_FOUND');
    const before = driveTo('ky');
    expect(refusal(issue(before.case, before.route, before.task('ky', 'tt-1').id, REGISTER, TODAY, before.as('tt-1'), before.means))).toBe('OUTCOME_NOT_POSSIBLE');
  });

  test('quy trình không ghi “completes” thì nội dung chưa hoàn thành khi ban hành', () => {
    const { completes: _, ...quiet } = ROUTE_TEXT.steps['ban-hanh'];
    const d = driveTo('ban-hanh', new DossierDriver(routeOf(textWith({ 'ban-hanh': quiet }))));
    expect(d.issue().some((f) => f.type === 'item.completed')).toBe(false);
  });
});
