import { extendTerm, propose, recordResult, skip, type ErrorCode } from '@totrinh/domain';
import { detailsOf, refusal } from './dossier-driver.ts';
import { ExceptionDriver, NOW } from './exception-driver.ts';
import { textWith, ROUTE_TEXT } from './sample-route.ts';

const DUE = '2022-07-20T17:00:00.000Z';
const skipping = (d: ExceptionDriver, path: string, person = 'vptu-pho', reason: string | null = 'đã có ý kiến trước', outcome?: string) =>
  skip(d.case, d.route, { step: d.open(path).id, reason, ...(outcome === undefined ? {} : { outcome }) }, d.as(person), d.means);

describe('Đề nghị và xác nhận · a proposal needs a second person', () => {
  test('đề nghị chưa làm gì; người thứ hai xác nhận thì có hiệu lực ngay', () => {
    const d = ExceptionDriver.at('tham-dinh');
    d.must(skipping(d, 'tham-dinh'));
    expect(d.at()).toEqual(['tham-dinh']);
    d.must(d.confirm('btctu-truong'));
    d.move();
    expect(d.at()).toEqual(['cho-y-kien']);
    expect(d.case.proposals).toEqual([]);
    expect(d.facts.find((f) => f.type === 'step.skipped')?.data).toMatchObject({ proposedBy: 'vptu-pho', confirmedBy: 'btctu-truong' });
  });

  test('lý do là lời có thể xóa: không nằm trong phần cấu trúc', () => {
    const d = ExceptionDriver.at('tham-dinh');
    const [made] = d.must(skipping(d, 'tham-dinh', 'vptu-pho', 'lời riêng'));
    expect(JSON.stringify(made?.data)).not.toContain('lời riêng');
    expect(made?.secret).toEqual({ reason: 'lời riêng' });
  });

  test.each([
    ['chính người đề nghị', 'vptu-pho', 'SAME_PERSON'], ['người soạn thảo', 'btctu-cv', 'NOT_ALLOWED'], ['cơ quan khác', 'stc-truong', 'NOT_ALLOWED'],
    ['người khác của văn phòng', 'vptu-truong', null], ['lãnh đạo cơ quan chủ trì', 'btctu-pho', null], ['quản trị', 'quan-tri-1', null],
  ] as const)('%s xác nhận bỏ qua: %s → %s', (_who, person, code) => {
    const d = ExceptionDriver.at('tham-dinh');
    d.must(skipping(d, 'tham-dinh'));
    expect(refusal(d.confirm(person))).toBe(code);
  });

  test.each([['người đề nghị', 'vptu-pho', 'lý do', null], ['người có thể xác nhận', 'quan-tri-1', 'lý do', null], ['người khác', 'stc-truong', 'lý do', 'NOT_ALLOWED'], ['không nêu lý do', 'quan-tri-1', null, 'REASON_REQUIRED']] as const)(
    '%s không đồng ý thì đề nghị kết thúc mà không có hiệu lực, hoặc bị từ chối', (_who, person, reason, code) => {
      const d = ExceptionDriver.at('tham-dinh');
      d.must(skipping(d, 'tham-dinh'));
      const result = d.decline(person, reason);
      expect(refusal(result)).toBe(code);
      if (result.ok) d.put(result.value);
      expect([d.case.proposals.length, d.at()]).toEqual([code === null ? 0 : 1, ['tham-dinh']]);
    });

  test('bước đã xong thì đề nghị không còn chỗ dựa, và vẫn có thể khép lại', () => {
    const d = ExceptionDriver.at('tham-dinh');
    d.must(skipping(d, 'tham-dinh'));
    d.decide('tham-dinh', 'vptu-truong', 'approved');
    expect(refusal(d.confirm('quan-tri-1'))).toBe('PROPOSAL_STALE');
    d.must(d.decline('quan-tri-1'));
    expect(refusal(d.confirm('quan-tri-1'))).toBe('PROPOSAL_NOT_FOUND');
    expect(refusal(d.decline('quan-tri-1'))).toBe('PROPOSAL_NOT_FOUND');
  });

  test('một bước chỉ có một đề nghị cùng loại; bước khác, loại khác thì có đề nghị riêng', () => {
    const d = ExceptionDriver.sideBySide();
    d.must(skipping(d, 'soat-a'));
    expect(detailsOf(skipping(d, 'soat-a', 'btctu-truong'))).toEqual({ because: 'alreadyProposed', proposal: d.proposal() });
    expect(refusal(skipping(d, 'soat-b'))).toBeNull();
    expect(refusal(propose(d.case, 'extend', {}, null, d.as('stc-truong'), d.means, d.open('soat-a').id))).toBeNull();
  });

  test('hồ sơ đã kết thúc thì không còn gì để đề nghị, xác nhận hay khép lại', () => {
    const d = ExceptionDriver.at('cho-y-kien');
    d.decide('cho-y-kien', 'tt-1', 'rejected', 'chưa đưa ra');
    d.move();
    expect([refusal(propose(d.case, 'skip', {}, 'lý do', d.as('vptu-pho'), d.means, null)), refusal(d.confirm('quan-tri-1')), refusal(d.decline('quan-tri-1'))]).toEqual(['DOSSIER_CLOSED', 'DOSSIER_CLOSED', 'DOSSIER_CLOSED']);
  });
});

describe('Kết quả hội nghị · a meeting’s result', () => {
  test('xác nhận qua cùng một cửa, ghi một lần', () => {
    const d = ExceptionDriver.at('thong-qua', textWith({ 'thong-qua': { kind: 'vote', mode: 'meeting', roster: { body: 'authority' }, rule: { base: 'members', approve: '> 1/2' }, next: { approved: 'ky', rejected: 'dung-lai', lapsed: 'cho-y-kien' } } }, { units: { ...ROUTE_TEXT.units, issuing: 'from item' } }));
    const counts = { present: 3, yes: 2, no: 1, other: 0, abstain: 0 };
    d.must(recordResult(d.case, d.route, { task: d.task('thong-qua').id, counts, chair: null, document: null, meeting: null }, d.as('vptu-truong'), d.means));
    expect([refusal(d.confirm('vptu-truong')), refusal(d.confirm('btctu-truong'))]).toEqual(['SAME_PERSON', 'NOT_ALLOWED']);
    d.must(d.confirm('vptu-pho'));
    expect(d.count('proposal.confirmed')).toBe(1);
    d.move();
    expect(d.at()).toEqual(['ky']);
  });
});

describe('Bỏ qua · a step is skipped', () => {
  test.each<readonly [string, string | null, ErrorCode | null]>([
    ['soan-thao', null, 'STEP_CANNOT_BE_SKIPPED'], ['duyet-noi-dung', 'lay-y-kien', null], ['lay-y-kien', 'tiep-thu', null], ['tham-dinh', 'cho-y-kien', null],
    ['cho-y-kien', null, 'STEP_CANNOT_BE_SKIPPED'], ['thong-qua', null, 'STEP_CANNOT_BE_SKIPPED'], ['ky', null, 'STEP_CANNOT_BE_SKIPPED'], ['ban-hanh', null, 'STEP_CANNOT_BE_SKIPPED'],
  ])('ở bước %s thì đi tới %s, hoặc bị từ chối vì %s', (path, next, code) => {
    const d = ExceptionDriver.at(path);
    const result = skipping(d, path);
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    d.must(d.confirm('quan-tri-1'));
    d.move();
    expect(d.at()).toEqual([next]);
  });

  test.each([
    ['người soạn thảo', 'btctu-cv', 'lý do', undefined, 'NOT_ALLOWED'], ['quản trị đề nghị', 'quan-tri-1', 'lý do', undefined, 'NOT_ALLOWED'], ['không nêu lý do', 'vptu-pho', null, undefined, 'REASON_REQUIRED'],
    ['kết quả không dẫn tới trước', 'vptu-pho', 'lý do', 'returned', 'OUTCOME_NOT_POSSIBLE'], ['kết quả dẫn tới trước', 'vptu-pho', 'lý do', 'approved', null],
  ] as const)('%s: %s', (_name, person, reason, outcome, code) => {
    const d = ExceptionDriver.at('tham-dinh');
    expect(refusal(skipping(d, 'tham-dinh', person, reason, outcome))).toBe(code);
  });

  test('bỏ qua lấy ý kiến nói rõ ai chưa trả lời; việc còn mở được đóng', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    d.must(skipping(d, 'lay-y-kien'));
    const facts = d.must(d.confirm('quan-tri-1'));
    expect(facts.find((f) => f.type === 'step.settled')?.data).toMatchObject({ outcome: 'completed', arithmetic: { closed: 'early', asked: 2, consent: 1, unanswered: 1 } });
    expect(d.case.tasks.filter((t) => t.state === 'open')).toEqual([]);
  });

  test('bỏ qua trong một nhánh chỉ đi tiếp trong nhánh ấy', () => {
    const d = ExceptionDriver.sideBySide();
    d.must(skipping(d, 'soat-a'));
    d.must(d.confirm('quan-tri-1'));
    d.move();
    expect(d.at()).toEqual(['soat-a2', 'soat-b', 'song-song']);
  });

  test.each([['tham-dinh', 'STEP_NOT_FOUND'], ['hoan-thanh', 'DOSSIER_CLOSED']] as const)('không có bước ấy, khi hồ sơ ở %s: %s', (at, code) => {
    const d = ExceptionDriver.at(at);
    expect(refusal(skip(d.case, d.route, { step: 'khong-co', reason: 'lý do' }, d.as('vptu-pho'), d.means))).toBe(code);
  });
});

describe('Gia hạn · an extension', () => {
  const asking = (d: ExceptionDriver, path: string, person: string, until = '2022-07-29', reason: string | null = 'chờ số liệu', dueAt: string | null = DUE) =>
    extendTerm(d.case, d.route, { task: d.task(path, person).id, until, reason }, dueAt, NOW, d.as(person), d.means);

  test('người khác cho gia hạn thì bước đến hạn vào cuối ngày được cho, giờ Việt Nam', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.must(asking(d, 'lay-y-kien', 'stc-truong'));
    const [, changed] = d.must(d.confirm('btctu-truong'));
    expect(changed).toMatchObject({ type: 'due.changed', data: { step: d.open('lay-y-kien').id, because: 'extension', by: 'btctu-truong' }, derived: { dueAt: '2022-07-29T17:00:00.000Z', rungs: [{ kind: 'lapse', at: '2022-07-29T17:00:00.000Z' }] } });
  });

  test.each([
    ['ngày hôm nay', '2022-07-13', 'lý do', DUE, 'DATE_INVALID'], ['chính ngày đến hạn', '2022-07-20', 'lý do', DUE, 'DATE_INVALID'], ['ngày sau hạn', '2022-07-21', 'lý do', DUE, null],
    ['ngày không có', '2022-02-31', 'lý do', DUE, 'DATE_INVALID'], ['quá hạn rồi, tới hôm qua', '2022-07-12', 'lý do', '2022-07-10T17:00:00.000Z', 'DATE_INVALID'],
    ['không nêu lý do', '2022-07-29', null, DUE, 'REASON_REQUIRED'], ['bước không có hạn', '2022-07-29', 'lý do', null, 'VERB_NOT_IN_STEP'],
  ] as const)('xin tới %s (%s): %s', (_name, until, reason, dueAt, code) => {
    const d = ExceptionDriver.at('lay-y-kien');
    expect(refusal(asking(d, 'lay-y-kien', 'stc-truong', until, reason, dueAt))).toBe(code);
  });

  test.each([
    ['việc của cơ quan', 'lay-y-kien', 'stc-truong', 'btctu-truong', null], ['việc của cơ quan', 'lay-y-kien', 'stc-truong', 'stc-truong', 'SAME_PERSON'], ['việc của cơ quan', 'lay-y-kien', 'stc-truong', 'stc-pho', 'NOT_ALLOWED'],
    ['việc của cơ quan', 'lay-y-kien', 'stc-truong', 'vptu-truong', null], ['việc của tập thể', 'thong-qua', 'btv-1', 'btctu-truong', 'NOT_ALLOWED'], ['việc của tập thể', 'thong-qua', 'btv-1', 'vptu-truong', null],
  ] as const)('%s ở bước %s: %s xin, %s cho → %s', (_whose, path, who, by, code) => {
    const d = ExceptionDriver.at(path);
    d.must(asking(d, path, who));
    expect(refusal(d.confirm(by))).toBe(code);
  });

  test('ngày được xin đã qua khi xác nhận thì không cho được nữa', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.must(asking(d, 'lay-y-kien', 'stc-truong'));
    expect(refusal(d.confirm('btctu-truong', { now: new Date('2022-07-29T02:00:00.000Z') }))).toBe('DATE_INVALID');
  });

  test('việc của người xin đã xong thì đề nghị không còn chỗ dựa, dù bước còn mở', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.must(asking(d, 'lay-y-kien', 'stc-truong'));
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    expect(refusal(d.confirm('btctu-truong'))).toBe('PROPOSAL_STALE');
  });

  test('quy trình không cho gia hạn ở bước này', () => {
    const d = ExceptionDriver.at('tham-dinh', textWith({ 'tham-dinh': { ...ROUTE_TEXT.steps['tham-dinh'], without: ['extend'] } }));
    expect(refusal(asking(d, 'tham-dinh', 'vptu-truong'))).toBe('VERB_NOT_IN_STEP');
  });
});
