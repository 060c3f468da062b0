import { recordFor, type ErrorCode, type RecordForCommand } from '@totrinh/domain';
import { detailsOf, refusal, TODAY } from './dossier-driver.ts';
import { ExceptionDriver, NOW } from './exception-driver.ts';
import { ROUTE_TEXT, textWith } from './sample-route.ts';

const VOTE = { kind: 'vote', mode: 'written', roster: { body: 'authority' }, due: { days: 7 }, rule: { base: 'members', approve: '> 1/2', quorum: 'none', tie: 'fail', ballot: 'open', close: 'early' }, next: { approved: 'ky', rejected: 'dung-lai', lapsed: 'cho-y-kien' } } as const;
const withVote = (rule: object = {}): unknown => textWith({ 'thong-qua': { ...VOTE, rule: { ...VOTE.rule, ...rule } } });

const recording = (d: ExceptionDriver, path: string, principal: string, person: string, outcome: string, given: Partial<RecordForCommand> = {}) => {
  const document = d.case.documents[0]?.id ?? '';
  return recordFor(d.case, d.route, { task: d.task(path, principal).id, principal, outcome, reason: null, document, on: TODAY, signatory: 'Sở Tài chính', number: '12/STC', ...given }, NOW, d.as(person), d.means);
};

describe('Ghi nhận thay · an opinion that came on paper', () => {
  test('trong lấy ý kiến thì tính ngay, là ý kiến của người đã nói, kèm ai ghi và bản scan nào', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    const made = d.must(recording(d, 'lay-y-kien', 'stc-truong', 'btctu-vt', 'object', { reason: 'chưa rõ nguồn vốn' })).find((f) => f.type === 'decision.made');
    expect(made?.data).toMatchObject({ outcome: 'object', actor: 'btctu-vt', principal: 'stc-truong', capacity: 'head', appointment: 'stc-truong@stc', recorded: { by: 'btctu-vt', confirmedBy: null, on: TODAY } });
    expect(made?.secret).toEqual({ reason: 'chưa rõ nguồn vốn', signatory: 'Sở Tài chính', number: '12/STC' });
    expect(d.case.proposals).toEqual([]);
    d.must(recording(d, 'lay-y-kien', 'btgtu-truong', 'vptu-vt', 'consent'));
    d.move();
    expect(d.at()).toEqual(['tiep-thu']);
  });

  test('ở bước quyết định thì người thứ hai xác nhận mới tính', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.must(recording(d, 'cho-y-kien', 'tt-1', 'vptu-vt', 'returned', { reason: 'hoàn thiện thêm', to: 'tham-dinh' }));
    expect([d.case.decisions.at(-1)?.principal, d.at()]).not.toContain('tt-1');
    expect(d.at()).toEqual(['cho-y-kien']);
    const made = d.must(d.confirm('vptu-pho')).find((f) => f.type === 'decision.made');
    expect(made).toMatchObject({ data: { actor: 'vptu-vt', principal: 'tt-1', recorded: { by: 'vptu-vt', confirmedBy: 'vptu-pho' } }, secret: { reason: 'hoàn thiện thêm', signatory: 'Sở Tài chính', number: '12/STC' } });
    d.move();
    expect([d.at(), d.case.round]).toEqual([['tham-dinh'], 2]);
  });

  test.each<readonly [string, string, string, string, ErrorCode | null]>([
    ['lay-y-kien', 'stc-truong', 'btctu-cv', 'consent', null], ['lay-y-kien', 'stc-truong', 'btctu-pho', 'consent', null], ['lay-y-kien', 'stc-truong', 'btgtu-truong', 'consent', 'NOT_ALLOWED'],
    ['lay-y-kien', 'stc-truong', 'stc-truong', 'consent', 'NOT_ALLOWED'], ['tham-dinh', 'vptu-truong', 'vptu-truong', 'approved', 'SAME_PERSON'], ['tham-dinh', 'vptu-truong', 'btctu-truong', 'approved', 'NOT_ALLOWED'],
    ['cho-y-kien', 'tt-1', 'btctu-truong', 'approved', 'NOT_ALLOWED'], ['lay-y-kien', 'stc-truong', 'vptu-vt', 'approved', 'OUTCOME_NOT_POSSIBLE'], ['lay-y-kien', 'stc-truong', 'vptu-vt', 'object', 'REASON_REQUIRED'],
    ['ban-hanh', 'vptu-vt', 'vptu-pho', 'issued', 'OUTCOME_NOT_POSSIBLE'], ['soan-thao', 'btctu-cv', 'vptu-pho', 'completed', 'DOCUMENT_NOT_FOUND'], ['ky', 'tt-1', 'vptu-vt', 'signed', null],
  ])('ở bước %s, ý kiến của %s do %s ghi (%s): %s', (path, principal, person, outcome, code) => {
    expect(refusal(recording(ExceptionDriver.at(path), path, principal, person, outcome))).toBe(code);
  });

  test.each<readonly [string, Partial<RecordForCommand>, ErrorCode | null]>([
    ['văn bản không thuộc hồ sơ', { document: 'khong-co' }, 'DOCUMENT_NOT_FOUND'], ['ngày mai', { on: '2022-07-14' }, 'DATE_INVALID'], ['ngày không có', { on: '2022-02-30' }, 'DATE_INVALID'],
    ['hôm qua', { on: '2022-07-12' }, null], ['người không được hỏi', { principal: 'btgtu-truong' }, 'NOT_ALLOWED'], ['việc không có', { task: 'khong-co' }, 'TASK_NOT_FOUND'],
  ])('%s', (_name, given, code) => {
    expect(refusal(recording(ExceptionDriver.at('lay-y-kien'), 'lay-y-kien', 'stc-truong', 'vptu-vt', 'consent', given))).toBe(code);
  });

  test('điều cấm của người đã nói vẫn là điều cấm: người soạn thảo không duyệt, kể cả trên giấy', () => {
    const d = ExceptionDriver.at('duyet-noi-dung');
    const task = d.task('duyet-noi-dung');
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.id === task.id ? { ...t, assignees: [{ person: 'btctu-cv', capacity: 'head', appointment: 'x' }], holder: 'btctu-cv' } : t)) };
    expect(refusal(recording(d, 'duyet-noi-dung', 'btctu-cv', 'vptu-vt', 'approved'))).toBe('SELF_APPROVAL');
  });

  test.each([
    ['người khác của văn phòng', 'vptu-pho', null], ['chính người đã nói', 'tt-1', null], ['người đã ghi', 'vptu-vt', 'SAME_PERSON'], ['người khác trong tập thể', 'tt-2', 'NOT_ALLOWED'], ['cơ quan chủ trì', 'btctu-truong', 'NOT_ALLOWED'],
  ] as const)('%s xác nhận: %s → %s', (_who, person, code) => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.must(recording(d, 'cho-y-kien', 'tt-1', 'vptu-vt', 'approved'));
    expect(refusal(d.confirm(person))).toBe(code);
  });

  test('việc đang do người khác giữ, việc đã xong, hồ sơ tạm dừng, quy trình không cho ghi nhận thay', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    const task = d.task('cho-y-kien').id;
    d.put([{ type: 'task.claimed', data: { task, person: 'tt-2' } }]);
    expect(detailsOf(recording(d, 'cho-y-kien', 'tt-1', 'vptu-vt', 'approved'))).toEqual({ task, holder: 'tt-2' });
    d.put([{ type: 'dossier.suspended', data: { by: 'btctu-truong', until: '2022-07-20' } }]);
    expect(refusal(recording(d, 'cho-y-kien', 'tt-2', 'vptu-vt', 'approved'))).toBe('DOSSIER_SUSPENDED');
    d.put([{ type: 'dossier.resumed', data: { by: 'btctu-truong' } }]);
    const command = { task, principal: 'tt-2', outcome: 'approved', reason: null, document: d.case.documents[0]?.id ?? '', on: TODAY, signatory: 'x' };
    d.decide('cho-y-kien', 'tt-2', 'approved');
    expect(refusal(recordFor(d.case, d.route, command, NOW, d.as('vptu-vt'), d.means))).toBe('TASK_CLOSED');
    const without = ExceptionDriver.at('cho-y-kien', textWith({ 'cho-y-kien': { ...ROUTE_TEXT.steps['cho-y-kien'], without: ['record'] } }));
    expect(refusal(recording(without, 'cho-y-kien', 'tt-1', 'vptu-vt', 'approved'))).toBe('VERB_NOT_IN_STEP');
  });

  test('người đã nói trên giấy không phải đăng nhập lại; việc thủ trưởng đã giao chuyên viên vẫn ghi được lời thủ trưởng', () => {
    const fresh = ExceptionDriver.at('cho-y-kien', textWith({ 'cho-y-kien': { ...ROUTE_TEXT.steps['cho-y-kien'], fresh: ['approved'] } }));
    expect(refusal(recording(fresh, 'cho-y-kien', 'tt-1', 'vptu-vt', 'approved'))).toBeNull();
    const d = ExceptionDriver.at('lay-y-kien');
    const officer = { person: 'stc-cv', capacity: 'drafter', appointment: 'stc-cv@stc' };
    d.put([{ type: 'task.given', data: { task: d.task('lay-y-kien', 'stc').id, by: 'stc-truong', officer, mayAnswer: false } }]);
    expect(refusal(recording(d, 'lay-y-kien', 'stc-truong', 'vptu-vt', 'consent'))).toBeNull();
  });

  test('phê duyệt có điều kiện thì yêu cầu hoàn thiện đi cùng, từng lời giữ riêng', () => {
    const d = ExceptionDriver.at('thong-qua', textWith({
      'thong-qua': { ...ROUTE_TEXT.steps['thong-qua'], rule: 'any', next: { ...ROUTE_TEXT.steps['thong-qua'].next, approvedSubjectTo: 'hoan-thien' } },
      'hoan-thien': { kind: 'finish', who: { headOf: 'leadUnit' }, confirm: { signers: 'authority' }, next: { confirmed: 'ky', returned: 'tiep-thu' } },
    }));
    d.must(recording(d, 'thong-qua', 'btv-1', 'vptu-vt', 'approvedSubjectTo', { demands: ['sửa mục 2', 'bổ sung phụ lục'] }));
    const facts = d.must(d.confirm('vptu-pho'));
    expect(facts.filter((f) => f.type === 'demand.made').map((f) => f.secret)).toEqual([{ text: 'sửa mục 2' }, { text: 'bổ sung phụ lục' }]);
  });
});

describe('Phiếu ghi nhận thay · a ballot that came on paper', () => {
  test('phiếu công khai được ghi thay, xác nhận rồi mới tính, và đủ đa số thì kết thúc sớm', () => {
    const d = ExceptionDriver.at('thong-qua', withVote());
    for (const member of ['btv-1', 'btv-2']) {
      d.must(recording(d, 'thong-qua', member, 'vptu-vt', 'yes'));
      expect(d.at()).toEqual(['thong-qua']);
      d.must(d.confirm('vptu-pho'));
    }
    d.move();
    expect(d.at()).toEqual(['ky']);
    expect(d.facts.find((f) => f.type === 'step.settled' && f.data.outcome === 'approved' && f.data.arithmetic?.kind === 'vote')?.data).toMatchObject({ arithmetic: { yes: 2, members: 3 } });
  });

  test.each<readonly [string, object, string, string | null, ErrorCode | null]>([
    ['phiếu kín thì không ai biết để ghi', { ballot: 'secret', close: 'atDue' }, 'yes', null, 'OUTCOME_NOT_POSSIBLE'], ['lựa chọn không có', {}, 'approved', null, 'OUTCOME_NOT_POSSIBLE'],
    ['ý kiến khác thì phải nêu', {}, 'other', null, 'REASON_REQUIRED'], ['ý kiến khác có nêu', {}, 'other', 'đề nghị sửa', null],
  ])('%s', (_name, rule, choice, reason, code) => {
    const d = ExceptionDriver.at('thong-qua', withVote(rule));
    expect(refusal(recording(d, 'thong-qua', 'btv-1', 'vptu-vt', choice, { reason }))).toBe(code);
  });

  test('một thành viên một phiếu; người không có tên trong danh sách không có phiếu', () => {
    const d = ExceptionDriver.at('thong-qua', withVote());
    const task = d.task('thong-qua', 'btv-2');
    const step = d.open('thong-qua').id;
    d.put([{ type: 'decision.made', data: { decision: 'phieu-1', task: d.task('thong-qua', 'btv-1').id, step, outcome: 'no', actor: 'btv-2', principal: 'btv-2', capacity: 'member', appointment: 'x', manifest: d.case.manifest } }]);
    expect(refusal(recording(d, 'thong-qua', 'btv-2', 'vptu-vt', 'yes'))).toBe('MEMBER_HAS_CAST');
    d.case = { ...d.case, decisions: [], steps: d.case.steps.map((s) => (s.id === step ? { ...s, roster: [] } : s)) };
    expect(detailsOf(recordFor(d.case, d.route, { task: task.id, principal: 'btv-2', outcome: 'yes', reason: null, document: d.case.documents[0]?.id ?? '', on: TODAY, signatory: 'x' }, NOW, d.as('vptu-vt'), d.means))).toEqual({ because: 'notMember' });
  });
});
