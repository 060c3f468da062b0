import { assign, barredBy, decide, decideAs, prepare, register, transfer, transferQuery, type CaseTask, type DecisionName, type ErrorCode, type Fact, type Result } from '@totrinh/domain';
import type { DossierDriver } from './dossier-driver.ts';
import { refusal } from './dossier-driver.ts';
import { innerAt, innerDossier, stepId, taskById } from './inner-life.ts';

const numbered = (d: DossierDriver, task: string, person: string, number = '312'): Result<Fact[]> => register(d.case, d.route, { task, number }, d.as(person));
const given = (d: DossierDriver, task: string, by: string, to: string, mayAnswer = false): Result<Fact[]> =>
  assign(d.case, d.route, { task, person: to, mayAnswer }, d.as(by), d.directory.ask({ kind: 'person', person: to, unit: taskById(d, task).unit ?? '' }));
const prepared = (d: DossierDriver, task: string, person: string, outcome = 'object'): Result<Fact[]> => prepare(d.case, d.route, { task, outcome, text: 'MẪU dự thảo trả lời' }, d.as(person));
const answered = (d: DossierDriver, task: string, person: string, outcome = 'consent'): Result<Fact[]> => decide(d.case, d.route, { task, outcome, reason: null }, d.as(person), d.means);

/** As casework does it: asks who may have it, and which appointments still hold. */
function passed(d: DossierDriver, task: string, by: string, to: string): Result<Fact[]> {
  const query = transferQuery(d.case, d.route, { task, person: to });
  return transfer(d.case, d.route, { task, person: to }, d.as(by), { to: query ? d.directory.ask(query) : [], heldToday: d.directory.appointments.map((a) => a.appointment) });
}

describe('Một việc trong nội bộ cơ quan · a task inside its unit', () => {
  test('văn thư vào sổ, thủ trưởng giao, chuyên viên chuẩn bị, thủ trưởng trả lời', () => {
    const d = innerAt('lay-y-kien');
    const { id } = d.task('lay-y-kien', 'stc');
    d.must(numbered(d, id, 'stc-vt'));
    d.must(given(d, id, 'stc-truong', 'stc-cv'));
    expect(taskById(d, id)).toMatchObject({ registered: '312', holder: 'stc-cv', officer: { person: 'stc-cv', mayAnswer: false, prepared: false } });
    const [made] = d.must(prepared(d, id, 'stc-cv'));
    expect(made).toMatchObject({ type: 'task.prepared', data: { outcome: 'object' }, secret: { text: 'MẪU dự thảo trả lời' } });
    expect(JSON.stringify(made?.data)).not.toContain('dự thảo');
    expect(taskById(d, id)).toMatchObject({ holder: null, officer: { prepared: true } });
    d.must(answered(d, id, 'stc-truong'));
    expect(d.case.decisions.at(-1)).toMatchObject({ actor: 'stc-truong', outcome: 'consent' });
  });

  test('cơ quan nhỏ: thủ trưởng trả lời thẳng trong một lần', () => {
    const d = innerAt('lay-y-kien');
    d.must(answered(d, d.task('lay-y-kien', 'btgtu').id, 'btgtu-truong'));
    expect(d.case.decisions.at(-1)?.actor).toBe('btgtu-truong');
  });

  test('chuyên viên được giao trả lời thì trả lời được, thủ trưởng vẫn lấy lại được', () => {
    const d = innerAt('lay-y-kien');
    const { id } = d.task('lay-y-kien', 'stc');
    d.must(given(d, id, 'stc-pho', 'stc-cv', true));
    expect(answered(d, id, 'stc-cv').ok).toBe(true);
    expect(answered(d, id, 'stc-truong').ok).toBe(true);
    d.must(given(d, id, 'stc-truong', 'stc-cv', false));
    expect(refusal(answered(d, id, 'stc-cv'))).toBe('NOT_ALLOWED');
  });

  test('văn thư vào sổ cả khi việc đang ở chỗ chuyên viên', () => {
    const d = innerAt('lay-y-kien');
    const { id } = d.task('lay-y-kien', 'stc');
    d.must(given(d, id, 'stc-truong', 'stc-cv'));
    expect(numbered(d, id, 'stc-vt').ok).toBe(true);
  });

  type Refused = readonly [string, (d: DossierDriver, task: string) => Result<Fact[]>, ErrorCode];
  const REFUSED: readonly Refused[] = [
    ['vào sổ lần thứ hai', (d, t) => { d.must(numbered(d, t, 'stc-truong')); return numbered(d, t, 'stc-vt', '313'); }, 'ALREADY_REGISTERED'],
    ['văn thư cơ quan khác vào sổ', (d, t) => numbered(d, t, 'vptu-vt'), 'TASK_NOT_FOUND'],
    ['chuyên viên vào sổ thay văn thư', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv', true)); return numbered(d, t, 'stc-cv'); }, 'NOT_ALLOWED'],
    ['văn thư giao việc', (d, t) => given(d, t, 'stc-vt', 'stc-cv'), 'NOT_ALLOWED'],
    ['chuyên viên được trả lời giao tiếp cho người khác', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv', true)); return given(d, t, 'stc-cv', 'stc-pho'); }, 'NOT_ALLOWED'],
    ['giao cho người cơ quan khác', (d, t) => given(d, t, 'stc-truong', 'vptu-cv'), 'NOT_OF_UNIT'],
    ['chuẩn bị khi chưa được giao', (d, t) => prepared(d, t, 'stc-vt'), 'TASK_NOT_HELD'],
    ['chuẩn bị lần nữa khi đã trình lại thủ trưởng', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv')); d.must(prepared(d, t, 'stc-cv')); return prepared(d, t, 'stc-cv'); }, 'TASK_NOT_HELD'],
    ['chuẩn bị một kết quả mà bước không có', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv')); return prepared(d, t, 'stc-cv', 'approved'); }, 'OUTCOME_NOT_POSSIBLE'],
    ['chuyên viên đã thôi giữ chức vụ', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv')); d.directory.appointments = d.directory.appointments.filter((a) => a.person !== 'stc-cv'); return prepared(d, t, 'stc-cv'); }, 'NOT_ALLOWED'],
    ['chuyên viên chuẩn bị tự trả lời', (d, t) => { d.must(given(d, t, 'stc-truong', 'stc-cv')); return answered(d, t, 'stc-cv'); }, 'NOT_ALLOWED'],
    ['vào sổ việc đã xong', (d, t) => { d.must(answered(d, t, 'stc-truong')); return numbered(d, t, 'stc-vt'); }, 'TASK_CLOSED'],
  ];
  test.each(REFUSED)('%s: bị từ chối', (_name, act, code) => {
    const d = innerAt('lay-y-kien');
    expect(refusal(act(d, d.task('lay-y-kien', 'stc').id))).toBe(code);
  });

  test('việc của một chức vụ không có sổ đến; người soạn thảo không chuẩn bị ý kiến thẩm định hồ sơ của mình', () => {
    const d = innerAt('duyet-noi-dung');
    expect(refusal(numbered(d, d.task('duyet-noi-dung').id, 'btctu-truong'))).toBe('VERB_NOT_IN_STEP');
    const e = innerAt('tham-dinh');
    e.directory.appointments = [...e.directory.appointments, { person: 'btctu-cv', role: 'tong-hop', unit: 'vptu', body: null, appointment: 'btctu-cv@vptu' }];
    expect(refusal(given(e, e.task('tham-dinh').id, 'vptu-truong', 'btctu-cv'))).toBe('SELF_APPROVAL');
  });
});

describe('Chuyển xử lý · transfer', () => {
  test('người giữ việc chuyển cho người cùng cơ quan; dự thảo đã chuẩn bị vẫn còn trong nhật ký', () => {
    const d = innerAt('lay-y-kien');
    const { id } = d.task('lay-y-kien', 'stc');
    d.must(given(d, id, 'stc-truong', 'stc-cv'));
    d.must(prepared(d, id, 'stc-cv'));
    d.must(given(d, id, 'stc-truong', 'stc-cv'));
    d.must(passed(d, id, 'stc-truong', 'stc-pho'));
    expect(taskById(d, id)).toMatchObject({ holder: 'stc-pho', officer: null });
    expect(d.facts.some((f) => f.type === 'task.prepared' && f.data.task === id && f.secret?.['text'] !== undefined)).toBe(true);
    expect(answered(d, id, 'stc-pho').ok).toBe(true);
    expect(refusal(answered(d, id, 'stc-truong'))).toBe('TASK_NOT_FOUND');
  });

  test('thủ trưởng nhận hồ sơ bị cơ quan khác chuyển lại, chuyển cho người soạn thảo', () => {
    const d = innerAt('tham-dinh');
    d.decide('tham-dinh', 'vptu-truong', 'returned', 'làm lại');
    d.move();
    expect(d.task('tiep-thu').holder).toBe('btctu-truong');
    d.must(passed(d, d.task('tiep-thu').id, 'btctu-truong', 'btctu-cv'));
    expect(d.task('tiep-thu').holder).toBe('btctu-cv');
    d.submit('btctu-cv');
  });

  test('người ký chuyển cho người ký khác; hoàn thiện chuyển được cho người soạn thảo, vì đó là việc làm, không phải xét duyệt', () => {
    const d = innerAt('ky');
    const { id } = d.task('ky');
    expect(refusal(passed(d, id, 'tt-1', 'tt-2'))).toBe('TASK_NOT_HELD');
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.id === id ? { ...t, holder: 'tt-1' } : t)) };
    expect(passed(d, id, 'tt-1', 'tt-2').ok).toBe(true);
    const e = innerAt('thong-qua');
    e.must(decide(e.case, e.route, { task: e.task('thong-qua').id, outcome: 'approvedSubjectTo', reason: null, demands: ['bổ sung phụ lục'] }, e.as('tt-1'), e.means));
    e.move();
    expect(barredBy(e.case, e.route, 'hoan-thien', 'btctu-cv')).not.toBeNull();
    expect(passed(e, e.task('hoan-thien').id, 'btctu-truong', 'btctu-cv').ok).toBe(true);
  });

  test('quản trị chuyển việc chưa có ai làm, hoặc của người đã thôi giữ chức vụ, và chỉ việc ấy', () => {
    const d = innerAt('lay-y-kien');
    const { id } = d.task('lay-y-kien', 'btgtu');
    const add = { person: 'btgtu-moi', role: 'head', unit: 'btgtu', body: null, appointment: 'btgtu-moi@btgtu' };
    d.directory.appointments = [...d.directory.appointments, add];
    expect(refusal(passed(d, id, 'quan-tri', 'btgtu-moi'))).toBe('TASK_NOT_FOUND');
    d.directory.appointments = d.directory.appointments.filter((a) => a.person !== 'btgtu-truong');
    d.must(passed(d, id, 'quan-tri', 'btgtu-moi'));
    expect(taskById(d, id)).toMatchObject({ holder: 'btgtu-moi' });
    const e = innerAt('lay-y-kien');
    const lost = e.task('lay-y-kien', 'btgtu').id;
    e.case = { ...e.case, tasks: e.case.tasks.map((t): CaseTask => (t.id === lost ? { ...t, assignees: [], holder: null } : t)) };
    expect(passed(e, lost, 'quan-tri', 'btgtu-truong').ok).toBe(true);
    expect(refusal(passed(e, lost, 'btctu-truong', 'btgtu-truong'))).toBe('TASK_NOT_FOUND');
  });

  type Refused = readonly [string, string, string, string, Record<string, unknown>, ErrorCode];
  const REVIEW = { kind: 'review', who: { headOf: 'leadUnit' }, without: ['transfer'], next: { approved: 'lay-y-kien', returned: 'soan-thao' } };
  const ALL = { kind: 'approve', who: { body: 'opinion' }, rule: 'all', next: { approved: 'ky', approvedSubjectTo: 'hoan-thien', returned: 'tiep-thu', rejected: 'dung-lai' } };
  const OWN_SIGN = { kind: 'sign', authority: false, who: { headOf: 'leadUnit' }, next: { signed: 'lay-y-kien', returned: 'soan-thao' } };
  const REFUSED: readonly Refused[] = [
    ['cho người soạn thảo một việc xét duyệt', 'duyet-noi-dung', 'btctu-truong', 'btctu-cv', {}, 'SELF_APPROVAL'],
    ['ra ngoài cơ quan', 'duyet-noi-dung', 'btctu-truong', 'stc-truong', {}, 'NOT_OF_UNIT'],
    ['cho chính mình', 'duyet-noi-dung', 'btctu-truong', 'btctu-truong', {}, 'REQUEST_INVALID'],
    ['nơi quy trình không cho chuyển', 'duyet-noi-dung', 'btctu-truong', 'btctu-pho', { 'duyet-noi-dung': REVIEW }, 'VERB_NOT_IN_STEP'],
    ['một ghế trong danh sách', 'thong-qua', 'tt-1', 'tt-2', { 'thong-qua': ALL }, 'VERB_NOT_IN_STEP'],
    ['chữ ký của thủ trưởng cho chuyên viên', 'duyet-noi-dung', 'btctu-truong', 'btctu-cv2', { 'duyet-noi-dung': OWN_SIGN }, 'NOT_OF_UNIT'],
  ];
  test.each(REFUSED)('%s: bị từ chối', (_name, path, by, to, steps, code) => {
    const d = innerAt(path, innerDossier(steps));
    expect(refusal(passed(d, d.task(path, by).id, by, to))).toBe(code);
  });
});

describe('Ký nháy, ký, trả lời · decisions under their names', () => {
  const TABLE: readonly (readonly [DecisionName, string, string, string, boolean])[] = [
    ['initial', 'duyet-noi-dung', 'btctu-truong', 'approved', true], ['initial', 'tham-dinh', 'vptu-truong', 'approved', false],
    ['sign', 'ky', 'tt-1', 'signed', true], ['sign', 'duyet-noi-dung', 'btctu-truong', 'signed', false],
    ['answer', 'lay-y-kien', 'stc-truong', 'consent', true], ['answer', 'thong-qua', 'tt-1', 'approved', false],
  ];
  test.each(TABLE)('“%s” ở bước %s của %s (%s): được = %s', (name, path, person, outcome, may) => {
    const d = innerAt(path);
    expect(refusal(decideAs(name, d.case, d.route, { task: d.task(path, person).id, outcome, reason: null }, d.as(person), d.means))).toBe(may ? null : 'OUTCOME_NOT_POSSIBLE');
  });

  test('xử lý hàng loạt: ký nháy, thẩm định, phê duyệt, ký đều không; đồng ý thì được, không đồng ý thì không', () => {
    const one = (path: string, person: string, outcome: string): ErrorCode | null => {
      const d = innerAt(path);
      expect(stepId(d, path)).toBeDefined();
      return refusal(decideAs('review', d.case, d.route, { task: d.task(path, person).id, outcome, reason: 'MẪU' }, d.as(person), d.means));
    };
    for (const [path, person, outcome] of [['duyet-noi-dung', 'btctu-truong', 'approved'], ['tham-dinh', 'vptu-truong', 'approved'], ['thong-qua', 'tt-1', 'approved'], ['ky', 'tt-1', 'signed'], ['lay-y-kien', 'stc-truong', 'object']] as const) {
      expect([path, one(path, person, outcome)]).toEqual([path, 'BULK_NOT_ALLOWED']);
    }
    expect(one('lay-y-kien', 'stc-truong', 'consent')).toBeNull();
  });
});
