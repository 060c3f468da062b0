import { answerDemand, approvalsNotInForce, confirm, decide, finish, reach, type ErrorCode, type Fact, type Result } from '@totrinh/domain';
import { detailsOf, refusal, type DossierDriver } from './dossier-driver.ts';
import { innerAt, innerDossier, openStep } from './inner-life.ts';

/** Approved subject to these demands, the finishing open. */
function demanded(demands: readonly string[] = ['bổ sung phụ lục', 'sửa số liệu'], d: DossierDriver = innerAt('thong-qua')): DossierDriver {
  d.must(decide(d.case, d.route, { task: d.task('thong-qua').id, outcome: 'approvedSubjectTo', reason: null, demands }, d.as('tt-1'), d.means));
  d.move();
  return d;
}
const replied = (d: DossierDriver, demand: string, person = 'btctu-truong', document: string | null = null): Result<Fact[]> => answerDemand(d.case, { demand, text: 'MẪU đã bổ sung', document }, d.as(person));
const done = (d: DossierDriver, person = 'btctu-truong'): Result<Fact[]> => finish(d.case, d.route, { task: d.task('hoan-thien').id }, d.as(person), d.means);
const found = (d: DossierDriver, person: string, outcome = 'confirmed', reason: string | null = null): Result<Fact[]> => confirm(d.case, d.route, { task: d.task('hoan-thien').id, outcome, reason }, d.as(person), d.means);

/** All demands answered, the content changed, and the confirmation asked for. */
function awaiting(d: DossierDriver = demanded(), content = 'a2'): DossierDriver {
  for (const { id } of d.case.demands) d.must(replied(d, id));
  d.attach('du-thao', content, 'btctu-truong');
  d.must(done(d));
  d.move();
  return d;
}

describe('Hoàn thiện theo kết luận · finishing', () => {
  test('mỗi yêu cầu được trả lời, người ký xác nhận, phê duyệt theo sang nội dung đã hoàn thiện và ban hành được', () => {
    const d = demanded();
    const approved = d.case.manifest;
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toContain('thong-qua');
    awaiting(d);
    expect(d.case.manifest).not.toBe(approved);
    expect(d.task('hoan-thien')).toMatchObject({ purpose: 'confirm', assignees: [{ person: 'tt-1' }, { person: 'tt-2' }] });
    const facts = d.must(found(d, 'tt-2'));
    expect(facts.map((f) => f.type)).toEqual(['task.seen', 'decision.made', 'revision.confirmed', 'task.closed', 'step.settled']);
    expect(facts[2]?.data).toMatchObject({ from: approved, to: d.case.manifest, demands: d.case.demands.map((x) => x.id) });
    d.move();
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toEqual(['ky']);
    d.decide('ky', 'tt-2', 'signed');
    d.move();
    d.issue();
    expect(d.case.number).toBe('12-ĐA/TU');
  });

  test('người ký chuyển lại: hoàn thiện tiếp từ nội dung đã phê duyệt, xác nhận lần sau vẫn nối tới phê duyệt', () => {
    const d = awaiting();
    d.must(found(d, 'tt-1', 'returned', 'MẪU còn thiếu'));
    expect(d.case.round).toBe(2);
    d.move();
    expect(d.task('hoan-thien')).toMatchObject({ purpose: 'work', holder: 'btctu-truong' });
    awaiting(d, 'a3');
    d.must(found(d, 'tt-1'));
    d.move();
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toEqual(['ky']);
  });

  test('không có yêu cầu nào mà nội dung đổi thì phê duyệt không còn hiệu lực, dù có người xác nhận', () => {
    for (const [content, lost] of [['a1', []], ['a2', ['thong-qua']]] as const) {
      const d = demanded();
      d.case = { ...d.case, demands: [], steps: d.case.steps.map((s) => (s.path === 'thong-qua' ? { ...s, outcome: 'approved' } : s)) };
      if (content === 'a2') d.attach('du-thao', content, 'btctu-truong');
      d.must(done(d));
      d.move();
      d.must(found(d, 'tt-2'));
      d.move();
      expect(d.case.revisions).toEqual([]);
      d.decide('ky', 'tt-2', 'signed');
      expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toEqual(lost);
    }
    const conditional = demanded();
    conditional.case = { ...conditional.case, demands: [] };
    awaiting(conditional);
    conditional.must(found(conditional, 'tt-2'));
    expect(approvalsNotInForce(conditional.case, conditional.route, 'ban-hanh')).toContain('thong-qua');
  });

  test('nội dung hoàn thiện không đổi vẫn phải xác nhận thì phê duyệt có điều kiện mới có hiệu lực', () => {
    const d = demanded(['rà soát lại']);
    d.must(replied(d, d.case.demands[0]?.id ?? ''));
    d.must(done(d));
    d.move();
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).toContain('thong-qua');
    d.must(found(d, 'tt-2'));
    expect(approvalsNotInForce(d.case, d.route, 'ban-hanh')).not.toContain('thong-qua');
  });

  test('đã chốt thì không sửa nội dung, không trả lời yêu cầu nữa', () => {
    const d = awaiting();
    expect(refusal(replied(d, d.case.demands[0]?.id ?? ''))).toBe('NO_OPEN_DRAFT');
    expect(() => d.attach('du-thao', 'a9', 'btctu-truong')).toThrow('NO_OPEN_DRAFT');
  });

  test('còn yêu cầu chưa trả lời thì chưa chốt được, nói rõ yêu cầu nào', () => {
    const d = demanded();
    const [first, second] = d.case.demands.map((x) => x.id);
    d.must(replied(d, first ?? '', 'btctu-truong', d.case.documents[0]?.id));
    const early = done(d);
    expect(refusal(early)).toBe('DEMANDS_UNANSWERED');
    expect(detailsOf(early)).toEqual({ count: 1, demands: [second] });
  });

  type Refused = readonly [string, (d: DossierDriver) => Result<Fact[]>, ErrorCode];
  const WORK: readonly Refused[] = [
    ['yêu cầu không có', (d) => replied(d, 'khong-co'), 'DEMAND_NOT_FOUND'],
    ['văn bản không có trong hồ sơ', (d) => replied(d, d.case.demands[0]?.id ?? '', 'btctu-truong', 'khong-co'), 'DOCUMENT_NOT_FOUND'],
    ['người không giữ việc hoàn thiện trả lời', (d) => replied(d, d.case.demands[0]?.id ?? '', 'btctu-pho'), 'NOT_ALLOWED'],
    ['xác nhận khi chưa chốt', (d) => found(d, 'btctu-truong'), 'OUTCOME_NOT_POSSIBLE'],
    ['người ngoài chốt', (d) => done(d, 'btctu-cv2'), 'TASK_NOT_FOUND'],
  ];
  test.each(WORK)('%s: bị từ chối', (_name, act, code) => {
    expect(refusal(act(demanded()))).toBe(code);
  });

  const asSigner = (d: DossierDriver, person: string): Result<Fact[]> => {
    const { id } = d.task('hoan-thien');
    const seat = { person, capacity: 'signer', appointment: d.as(person).posts[0]?.appointment ?? '' };
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.id === id ? { ...t, assignees: [...t.assignees, seat] } : t)) };
    return found(d, person);
  };
  const CONFIRM: readonly Refused[] = [
    ['người đã hoàn thiện tự xác nhận', (d) => asSigner(d, 'btctu-truong'), 'SAME_PERSON'],
    ['người soạn thảo xác nhận', (d) => asSigner(d, 'btctu-cv'), 'SELF_APPROVAL'],
    ['chuyển lại không nêu lý do', (d) => found(d, 'tt-1', 'returned'), 'REASON_REQUIRED'],
    ['kết quả khác', (d) => found(d, 'tt-1', 'approved'), 'OUTCOME_NOT_POSSIBLE'],
    ['chốt trong việc xác nhận', (d) => done(d, 'tt-1'), 'OUTCOME_NOT_POSSIBLE'],
    ['người ngoài xác nhận', (d) => found(d, 'stc-truong'), 'TASK_NOT_FOUND'],
  ];
  test.each(CONFIRM)('%s: bị từ chối', (_name, act, code) => {
    expect(refusal(act(awaiting()))).toBe(code);
  });
});

describe('Theo dõi · follow-up', () => {
  const reached = (d: DossierDriver, milestone: string, person = 'btctu-truong', path = 'theo-doi'): Result<Fact[]> => reach(d.case, d.route, { task: d.task(path).id, milestone }, d.as(person));

  test('đủ mốc thì bước theo dõi khép lại; mốc ghi lần hai không thêm gì', () => {
    const d = innerAt('theo-doi');
    expect(d.must(reached(d, 'so-ket')).map((f) => f.type)).toEqual(['task.seen', 'milestone.reached']);
    expect(d.must(reached(d, 'so-ket'))).toEqual([]);
    expect(d.must(reached(d, 'van-ban-trien-khai')).map((f) => f.type)).toEqual(['milestone.reached', 'task.closed', 'step.settled']);
  });

  test('mốc của nội dung chương trình là văn bản triển khai', () => {
    const d = innerAt('theo-doi', innerDossier({ 'theo-doi': { kind: 'track', milestones: { from: 'item' }, next: { completed: 'bao-tin' } } }));
    expect(detailsOf(reached(d, 'so-ket'))).toEqual({ milestone: 'so-ket', known: ['van-ban-trien-khai'] });
    d.must(reached(d, 'van-ban-trien-khai'));
    expect(openStep(d, 'theo-doi')).toBeUndefined();
  });

  test('mốc lạ, bước khác, người ngoài: bị từ chối', () => {
    const d = innerAt('theo-doi');
    expect(refusal(reached(d, 'la'))).toBe('MILESTONE_UNKNOWN');
    expect(refusal(reached(d, 'so-ket', 'stc-truong'))).toBe('TASK_NOT_FOUND');
    expect(refusal(reached(innerAt('duyet-noi-dung'), 'so-ket', 'btctu-truong', 'duyet-noi-dung'))).toBe('VERB_NOT_IN_STEP');
  });
});
