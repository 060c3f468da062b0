import { allowedActions, decide, explainLateness, fold, handBack, reassign, reassignQuery, takeOver, type Actor, type Circumstances, type ErrorCode, type VerbName } from '@totrinh/domain';
import { DossierDriver, refusal } from './dossier-driver.ts';
import { APPOINTMENTS, Directory } from './sample-office.ts';
import { ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

const QUIET: Circumstances = { overdue: [], told: [], ownerless: [] };
const stepAt = (d: DossierDriver, path: string): string => d.case.steps.find((s) => s.path === path && s.state === 'open')!.id;
const late = (d: DossierDriver, path: string, told = true): Circumstances => ({ ...QUIET, overdue: [stepAt(d, path)], told: told ? [stepAt(d, path)] : [] });
const verbsOf = (d: DossierDriver, person: string, at: Circumstances): VerbName[] => allowedActions(d.case, d.route, d.as(person), at).filter((a) => a.allowed).map((a) => a.verb);
/** A consultation whose head has given the task of STC to the deputy alone. */
function withDeputy(): DossierDriver {
  const d = driveTo('lay-y-kien', new DossierDriver(routeOf(ROUTE_TEXT), new Directory(APPOINTMENTS.map((a) => (a.person === 'stc-truong' ? { ...a, role: 'drafter' } : a)))));
  d.directory.appointments = APPOINTMENTS;
  return d;
}
const taken = (d: DossierDriver, person: string, at: Circumstances): ErrorCode | null => refusal(takeOver(d.case, d.route, { task: d.task('lay-y-kien', 'stc').id, reason: null }, d.as(person), at));

describe('Việc quá hạn · late tasks', () => {
  const WHO: readonly (readonly [string, string, (d: DossierDriver) => Circumstances, ErrorCode | null])[] = [
    ['thủ trưởng đã được báo nhận việc về', 'stc-truong', (d) => late(d, 'lay-y-kien'), null],
    ['thủ trưởng chưa được báo', 'stc-truong', (d) => late(d, 'lay-y-kien', false), 'NOT_ALLOWED'],
    ['thủ trưởng cơ quan khác, dù đã được báo', 'btgtu-truong', (d) => late(d, 'lay-y-kien'), 'NOT_ALLOWED'],
    ['phó thủ trưởng đang giữ việc', 'stc-pho', (d) => late(d, 'lay-y-kien'), 'NOT_ALLOWED'],
    ['việc chưa quá hạn', 'stc-truong', (d) => ({ ...QUIET, told: [stepAt(d, 'lay-y-kien')] }), 'TASK_NOT_LATE'],
  ];
  test.each(WHO)('%s', (_name, person, at, code) => {
    const d = withDeputy();
    expect(taken(d, person, at(d))).toBe(code);
  });

  test('nhận về xử lý thay: việc thành của thủ trưởng, người cũ không còn làm được; giao lại thì như trước', () => {
    const d = withDeputy();
    const { id } = d.task('lay-y-kien', 'stc');
    const before = d.task('lay-y-kien', 'stc');
    d.must(takeOver(d.case, d.route, { task: id, reason: 'Quá hạn (MẪU)' }, d.as('stc-truong'), late(d, 'lay-y-kien')));
    const answer = (person: string): ErrorCode | null => refusal(decide(d.case, d.route, { task: id, outcome: 'consent', reason: null }, d.as(person), d.means));
    expect(d.task('lay-y-kien', 'stc')).toMatchObject({ holder: 'stc-truong', takenFrom: { holder: 'stc-pho' } });
    expect([answer('stc-pho'), answer('stc-truong')]).toEqual(['TASK_NOT_FOUND', null]);
    expect(taken(d, 'stc-truong', late(d, 'lay-y-kien'))).toBe('REQUEST_INVALID');
    const back = (person: string, held: readonly string[]): ErrorCode | null => refusal(handBack(d.case, { task: id }, d.as(person), held));
    expect([back('btgtu-truong', ['stc-pho@stc']), back('stc-truong', []), back('stc-truong', ['stc-pho@stc'])]).toEqual(['TASK_NOT_FOUND', 'NOT_INCUMBENT', null]);
    expect(verbsOf(d, 'stc-truong', QUIET)).toContain('handBack');
    d.must(handBack(d.case, { task: id }, d.as('stc-truong'), ['stc-pho@stc']));
    expect(d.task('lay-y-kien', 'stc')).toEqual({ ...before, seen: true });
    expect(refusal(handBack(d.case, { task: id }, d.as('stc-pho'), ['stc-pho@stc']))).toBe('TASK_NOT_TAKEN_OVER');
    expect(fold(d.case.id, d.facts)).toEqual(d.case);
  });

  test('người đã soạn thảo hoặc trình không nhận về việc xét duyệt chính hồ sơ ấy', () => {
    const d = new DossierDriver(routeOf(textWith({ 'duyet-noi-dung': { ...ROUTE_TEXT.steps['duyet-noi-dung'], who: { post: 'deputy', of: 'leadUnit' } } })));
    d.move();
    d.attach('du-thao', 'a1');
    d.submit();
    d.move();
    const self: Actor = { ...d.as('btctu-cv'), posts: d.as('btctu-truong').posts };
    const at = late(d, 'duyet-noi-dung');
    expect(refusal(takeOver(d.case, d.route, { task: d.task('duyet-noi-dung').id, reason: null }, self, at))).toBe('SELF_APPROVAL');
    expect(refusal(takeOver(d.case, d.route, { task: d.task('duyet-noi-dung').id, reason: null }, d.as('btctu-truong'), at))).toBeNull();
  });

  test.each([
    ['người giữ việc', 'stc-pho', 'Chờ số liệu (MẪU)', true, null],
    ['thủ trưởng đã được báo', 'stc-truong', 'Chờ số liệu (MẪU)', true, null],
    ['không nêu lý do', 'stc-pho', null, true, 'REASON_REQUIRED'],
    ['người ngoài', 'btgtu-truong', 'Chờ số liệu (MẪU)', true, 'NOT_ALLOWED'],
    ['việc không chậm', 'stc-pho', 'Chờ số liệu (MẪU)', false, 'TASK_NOT_LATE'],
  ] as const)('giải trình chậm: %s', (_name, person, reason, isLate, code) => {
    const d = withDeputy();
    const said = explainLateness(d.case, d.route, { task: d.task('lay-y-kien', 'stc').id, reason }, d.as(person), isLate ? late(d, 'lay-y-kien') : QUIET);
    expect(refusal(said)).toBe(code);
    if (said.ok) expect(said.value).toEqual([{ type: 'lateness.explained', data: { step: stepAt(d, 'lay-y-kien'), task: d.task('lay-y-kien', 'stc').id, by: person }, secret: { reason } }]);
  });

  test('lãnh đạo và tập thể không có việc chậm', () => {
    const d = driveTo('thong-qua');
    expect(refusal(explainLateness(d.case, d.route, { task: d.task('thong-qua', 'btv-1').id, reason: 'MẪU' }, d.as('btv-1'), late(d, 'thong-qua')))).toBe('TASK_NOT_LATE');
  });

  test('“được làm gì” chỉ nêu nhận về và giải trình khi có việc chậm', () => {
    const d = withDeputy();
    expect(verbsOf(d, 'stc-truong', late(d, 'lay-y-kien'))).toEqual(expect.arrayContaining(['takeOver', 'explainLateness']));
    expect(verbsOf(d, 'stc-truong', QUIET)).not.toEqual(expect.arrayContaining(['takeOver']));
    expect(verbsOf(d, 'stc-pho', late(d, 'lay-y-kien', false))).toContain('explainLateness');
  });
});

describe('Người đã rời chức vụ · people who left', () => {
  const leave = (d: DossierDriver, person: string): void => { d.directory.appointments = d.directory.appointments.filter((a) => a.person !== person); };
  const given = (d: DossierDriver, path: string, of: string, to: string, by: Actor, reason: string | null = 'Đã nghỉ hưu (MẪU)'): ReturnType<typeof reassign> => {
    const command = { task: d.task(path, of).id, person: to, reason };
    const query = reassignQuery(d.case, d.route, command);
    return reassign(d.case, d.route, command, by, { to: query ? d.directory.ask(query) : [], heldToday: d.directory.appointments.map((a) => a.appointment) });
  };
  const admin: Actor = { person: 'quan-tri', posts: [{ appointment: 'qt', role: 'admin', unit: 'tt-ud', body: null }] };

  test('mất quyền ngay, với lý do', () => {
    const d = driveTo('duyet-noi-dung');
    leave(d, 'btctu-truong');
    expect(refusal(decide(d.case, d.route, { task: d.task('duyet-noi-dung').id, outcome: 'approved', reason: null }, d.as('btctu-truong'), d.means))).toBe('NOT_ALLOWED');
  });

  const TABLE: readonly (readonly [string, string, (d: DossierDriver) => Actor, string | null, ErrorCode | null])[] = [
    ['phó thủ trưởng giao cho chính mình', 'btctu-pho', (d) => d.as('btctu-pho'), 'MẪU', null],
    ['quản trị giao', 'btctu-pho', () => admin, 'MẪU', null],
    ['không nêu lý do', 'btctu-pho', () => admin, null, 'REASON_REQUIRED'],
    ['cho người của cơ quan khác', 'stc-truong', () => admin, 'MẪU', 'NOT_OF_UNIT'],
    ['cho chuyên viên, với việc phải xét duyệt', 'btctu-cv2', () => admin, 'MẪU', 'NOT_OF_UNIT'],
    ['thủ trưởng cơ quan khác giao', 'btctu-pho', (d) => d.as('stc-truong'), 'MẪU', 'NOT_ALLOWED'],
    ['chuyên viên giao', 'btctu-pho', (d) => d.as('btctu-cv2'), 'MẪU', 'NOT_ALLOWED'],
  ];
  test.each(TABLE)('giao lại việc: %s', (_name, to, by, reason, code) => {
    const d = driveTo('duyet-noi-dung');
    leave(d, 'btctu-truong');
    expect(refusal(given(d, 'duyet-noi-dung', 'btctu-truong', to, by(d), reason))).toBe(code);
  });

  test('việc còn người làm thì không giao lại; người soạn thảo không được giao việc duyệt', () => {
    const d = driveTo('duyet-noi-dung');
    expect(refusal(given(d, 'duyet-noi-dung', 'btctu-truong', 'btctu-pho', admin))).toBe('TASK_HAS_OWNER');
    leave(d, 'btctu-truong');
    d.directory.appointments = d.directory.appointments.map((a) => (a.person === 'btctu-cv' ? { ...a, role: 'head' } : a));
    expect(refusal(given(d, 'duyet-noi-dung', 'btctu-truong', 'btctu-cv', admin))).toBe('SELF_APPROVAL');
  });

  test('ghế của thành viên đã rời tập thể: người mới ngồi vào, không ai ngồi hai ghế, đủ người thì bước khép', () => {
    const d = driveTo('thong-qua');
    leave(d, 'btv-2');
    d.directory.appointments = [...d.directory.appointments, { person: 'btv-4', role: 'member', unit: null, body: 'ban-thuong-vu', appointment: 'btv-4@ban-thuong-vu' }];
    expect(refusal(given(d, 'thong-qua', 'btv-2', 'btv-3', admin))).toBe('PARTICIPANT_TWICE');
    d.must(given(d, 'thong-qua', 'btv-2', 'btv-4', admin));
    const step = d.case.steps.find((s) => s.path === 'thong-qua')!;
    expect([step.roster?.map((a) => a.person), step.corrected, d.case.pending]).toEqual([['btv-1', 'btv-3', 'btv-4'], { added: 1, removed: 1 }, []]);
    for (const member of ['btv-1', 'btv-3', 'btv-4']) d.decide('thong-qua', member, 'approved');
    d.move();
    expect(d.case.steps.find((s) => s.state === 'open')?.path).toBe('ky');
    expect(fold(d.case.id, d.facts)).toEqual(d.case);
  });

  test('“được làm gì” nêu việc không còn ai làm, với người giao lại được', () => {
    const d = driveTo('duyet-noi-dung');
    const at = { ...QUIET, ownerless: [d.task('duyet-noi-dung').id] };
    expect(allowedActions(d.case, d.route, admin, at).find((a) => a.verb === 'reassign')).toMatchObject({ allowed: true, targets: at.ownerless });
    expect(allowedActions(d.case, d.route, d.as('stc-truong'), at).find((a) => a.verb === 'reassign')).toBeUndefined();
  });
});
