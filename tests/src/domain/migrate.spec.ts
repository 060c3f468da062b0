import { migrate, previewMigration, skip, type MigrationFaultCode, type PublishedRoute, type StepMapping } from '@totrinh/domain';
import { detailsOf, refusal } from './dossier-driver.ts';
import { ExceptionDriver, SIDE_BY_SIDE } from './exception-driver.ts';
import { ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';

const { steps } = ROUTE_TEXT;
const version = (text: unknown, n = 2): PublishedRoute => ({ id: 'de-an-mau', version: n, rules: routeOf(text) });
const look = (d: ExceptionDriver, to: PublishedRoute, mapping: StepMapping = {}) => previewMigration(d.case, d.route, to, mapping);
const faultsOf = (d: ExceptionDriver, to: PublishedRoute, mapping: StepMapping = {}): string[] => look(d, to, mapping).faults.map((f) => `${f.code} ${f.subject}`);

/** The appraisal under another name. */
const { 'tham-dinh': appraisal, ...others } = steps;
const RENAMED = { ...ROUTE_TEXT, steps: { ...others, 'tiep-thu': { ...steps['tiep-thu'], next: { completed: 'tham-dinh-moi' } }, 'tham-dinh-moi': appraisal } };
const renamed = (): PublishedRoute => version(RENAMED);

describe('Xem trước khi chuyển phiên bản · what moving would do', () => {
  const extraApproval = textWith({ 'tham-dinh': { ...steps['tham-dinh'], next: { ...steps['tham-dinh'].next, approved: 'thong-qua-truoc' } }, 'thong-qua-truoc': { ...steps['thong-qua'], next: { approved: 'cho-y-kien', returned: 'tiep-thu', rejected: 'dung-lai' } } });
  /** What it is about; where the dossier stands, the other version, the mapping → its faults. */
  const TABLE: readonly (readonly [string, string, () => PublishedRoute, StepMapping, readonly `${MigrationFaultCode} ${string}`[]])[] = [
    ['bản giống hệt', 'tham-dinh', () => version(ROUTE_TEXT), {}, []],
    ['chính bản đang dùng', 'tham-dinh', () => version(ROUTE_TEXT, 1), {}, ['sameVersion 1']],
    ['quy trình khác', 'tham-dinh', () => ({ ...version(ROUTE_TEXT), id: 'khac' }), {}, ['otherRoute khac']],
    ['bước đang mở đổi tên', 'tham-dinh', renamed, {}, ['stepMissing tham-dinh']],
    ['bước đang mở đổi tên, nói rõ tên mới', 'tham-dinh', renamed, { 'tham-dinh': 'tham-dinh-moi' }, []],
    ['bước đang mở được chỉ sang loại khác', 'tham-dinh', renamed, { 'tham-dinh': 'cho-y-kien' }, ['stepDiffers tham-dinh']],
    ['cách quyết định của bước đang mở đổi khác', 'thong-qua', () => version(textWith({ 'thong-qua': { ...steps['thong-qua'], rule: 'any' } })), {}, ['stepDiffers thong-qua']],
    ['bước đã qua đổi tên thì không sao', 'cho-y-kien', renamed, {}, []],
    ['bản mới có thêm phê duyệt mà hồ sơ đã đi quá', 'cho-y-kien', () => version(extraApproval), {}, ['approvalPassed cho-y-kien']],
    ['bản mới có thêm phê duyệt còn ở phía trước', 'tham-dinh', () => version(extraApproval), {}, []],
    ['phê duyệt còn hiệu lực nay chỉ là ý kiến', 'ky', () => version(textWith({ 'thong-qua': { ...steps['thong-qua'], authority: false } })), {}, ['approvalMoved thong-qua']],
    ['dữ liệu bắt buộc mà hồ sơ chưa có', 'tham-dinh', () => version({ ...ROUTE_TEXT, fields: { budget: 'money' } }), {}, ['fieldMissing budget']],
    ['dữ liệu có giá trị mặc định', 'tham-dinh', () => version({ ...ROUTE_TEXT, fields: { budget: { type: 'money', default: 0 } } }), {}, []],
    ['vai trò chưa gắn với ai', 'tham-dinh', () => version({ ...ROUTE_TEXT, units: { ...ROUTE_TEXT.units, finance: 'from item' } }), {}, ['roleUnbound finance']],
    ['vai trò nay là cơ quan khác', 'tham-dinh', () => version({ ...ROUTE_TEXT, units: { ...ROUTE_TEXT.units, office: 'stc' } }), {}, ['roleUnbound office']],
  ];

  test.each(TABLE)('%s (đang ở %s)', (_name, at, to, mapping, faults) => {
    expect(faultsOf(ExceptionDriver.at(at), to(), mapping)).toEqual(faults);
  });

  test('bước đang mở trong vùng chia nhánh cần cùng vùng, cùng nhánh', () => {
    const d = ExceptionDriver.sideBySide();
    const text = SIDE_BY_SIDE['steps'] as Record<string, Record<string, unknown>>;
    const branches = { a: { steps: ['soat-a2'] }, b: { steps: ['soat-a', 'soat-b'] } };
    const other = { ...SIDE_BY_SIDE, steps: { ...text, 'song-song': { ...text['song-song'], branches }, 'soat-a': { ...text['soat-a'], next: { approved: 'soat-b', returned: 'tiep-thu' } } } };
    expect(faultsOf(d, version(other))).toEqual(['regionDiffers soat-a']);
    expect(faultsOf(d, version(SIDE_BY_SIDE))).toEqual([]);
  });

  test('bước vừa được gọi mà chưa mở cần giữ nguyên tên; đề nghị còn treo thì phải xong trước', () => {
    const d = ExceptionDriver.at('tham-dinh');
    d.must(skip(d.case, d.route, { step: d.open('tham-dinh').id, reason: 'lý do' }, d.as('vptu-pho'), d.means));
    expect(faultsOf(d, version(ROUTE_TEXT))).toEqual([`proposalOpen ${d.proposal()}`]);
    d.decide('tham-dinh', 'vptu-truong', 'returned', 'lý do', 'lay-y-kien');
    expect(faultsOf(d, version(ROUTE_TEXT))).toEqual([]);
    d.case = { ...d.case, pending: [{ path: 'tham-dinh', cause: d.case.seq }] };
    expect(faultsOf(d, renamed(), { 'tham-dinh': 'tham-dinh-moi' })).toEqual(['pendingMissing tham-dinh']);
  });

  test('nói rõ bước nào đổi chỗ, bước nào mới, bước nào bỏ', () => {
    const found = look(ExceptionDriver.at('tham-dinh'), renamed(), { 'tham-dinh': 'tham-dinh-moi' });
    expect(found).toMatchObject({ moved: [{ from: 'tham-dinh', path: 'tham-dinh-moi' }], added: ['tham-dinh-moi'], removed: ['tham-dinh'], to: { version: 2 } });
  });
});

describe('Chuyển phiên bản · a dossier moves to another version', () => {
  const asking = (d: ExceptionDriver, to: PublishedRoute, person = 'quan-tri-1', reason: string | null = 'quy chế mới', mapping: StepMapping = {}) => migrate(d.case, d.route, to, { mapping, reason }, d.as(person), d.means);

  test.each([
    ['quản trị', 'quan-tri-1', 'lý do', null], ['thủ trưởng cơ quan chủ trì', 'btctu-truong', 'lý do', 'NOT_ALLOWED'], ['không nêu lý do', 'quan-tri-1', null, 'REASON_REQUIRED'],
  ] as const)('%s đề nghị (%s, %s): %s', (_who, person, reason, code) => {
    expect(refusal(asking(ExceptionDriver.at('tham-dinh'), version(ROUTE_TEXT), person, reason))).toBe(code);
  });

  test.each([['quản trị khác', 'quan-tri-2', null], ['thủ trưởng cơ quan chủ trì', 'btctu-truong', null], ['người đề nghị', 'quan-tri-1', 'SAME_PERSON'], ['văn phòng', 'vptu-truong', 'NOT_ALLOWED']] as const)(
    '%s xác nhận: %s → %s', (_who, person, code) => {
      const d = ExceptionDriver.at('tham-dinh');
      const to = version(ROUTE_TEXT);
      d.must(asking(d, to));
      expect(refusal(d.confirm(person, { to }))).toBe(code);
    });

  test('sau khi chuyển, việc đang làm tiếp tục dưới tên mới, dữ liệu mới có giá trị mặc định, và hồ sơ đi theo bản mới', () => {
    const d = ExceptionDriver.at('tham-dinh');
    const base = renamed();
    const to = { ...base, rules: routeOf({ ...ROUTE_TEXT, fields: { budget: { type: 'money', default: 5 } }, steps: base.rules.steps }) };
    const mapping = { 'tham-dinh': 'tham-dinh-moi' };
    const task = d.task('tham-dinh').id;
    d.must(asking(d, to, 'quan-tri-1', 'quy chế mới', mapping));
    const facts = d.must(d.confirm('quan-tri-2', { to }));
    expect(facts.map((f) => f.type)).toEqual(['proposal.confirmed', 'dossier.edited', 'route.migrated']);
    expect(d.case).toMatchObject({ route: { version: 2 }, fields: { budget: 5 } });
    expect([d.at(), d.task('tham-dinh-moi').id]).toEqual([['tham-dinh-moi'], task]);
    Object.assign(d, { route: to.rules });
    d.decide('tham-dinh-moi', 'vptu-truong', 'approved');
    d.move();
    expect(d.at()).toEqual(['cho-y-kien']);
  });

  test('bước soạn thảo đã trình đổi tên thì vẫn rút lại được về đó', () => {
    const d = ExceptionDriver.at('tham-dinh');
    const text = { ...ROUTE_TEXT, steps: JSON.parse(JSON.stringify(steps).replaceAll('"tiep-thu"', '"tiep-thu-moi"')) as object };
    d.must(asking(d, version(text), 'quan-tri-1', 'lý do', { 'tiep-thu': 'tiep-thu-moi' }));
    d.must(d.confirm('quan-tri-2', { to: version(text) }));
    expect(d.case.submission?.path).toBe('tiep-thu-moi');
    expect(faultsOf(ExceptionDriver.at('tham-dinh'), version(text))).toEqual(['stepMissing tiep-thu']);
  });

  test('khi xác nhận thì xét lại: hồ sơ đã sang bước khác thì có thể không chuyển được nữa', () => {
    const d = ExceptionDriver.at('tham-dinh');
    const to = version(textWith({ 'cho-y-kien': { ...steps['cho-y-kien'], rule: 'all' } }));
    d.must(asking(d, to));
    d.decide('tham-dinh', 'vptu-truong', 'approved');
    d.move();
    const result = d.confirm('quan-tri-2', { to });
    expect([refusal(result), detailsOf(result)]).toEqual(['MIGRATION_IMPOSSIBLE', { faults: [{ code: 'stepDiffers', subject: 'cho-y-kien' }] }]);
    expect(refusal(d.confirm('quan-tri-2', { to: { ...to, version: 3 } }))).toBe('ROUTE_NOT_FOUND');
  });

  test('không chuyển được thì không đề nghị được; hồ sơ đã kết thúc thì ở lại bản của mình', () => {
    expect(refusal(asking(ExceptionDriver.at('tham-dinh'), renamed()))).toBe('MIGRATION_IMPOSSIBLE');
    expect(refusal(asking(ExceptionDriver.at('hoan-thanh'), version({ ...ROUTE_TEXT, fields: { budget: 'money' } })))).toBe('DOSSIER_CLOSED');
  });
});
