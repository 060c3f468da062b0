import { addParticipant, ask, closeConsult, decide, removeParticipant, type ErrorCode, type Fact, type ParticipantCommand, type Result } from '@totrinh/domain';
import { refusal, type DossierDriver } from './dossier-driver.ts';
import { innerAt, innerDossier, openStep, stepId } from './inner-life.ts';

type Whom = { unit: string } | { person: string };
const added = (d: DossierDriver, by: string, whom: Whom, path = 'lay-y-kien'): Result<Fact[]> => {
  const found = 'unit' in whom ? d.directory.ask({ kind: 'post', unit: whom.unit, roles: ['head', 'deputy'] }) : d.directory.ask({ kind: 'holder', person: whom.person });
  return addParticipant(d.case, d.route, { step: stepId(d, path), reason: 'MẪU lý do', ...whom } as ParticipantCommand, d.as(by), found);
};
const removed = (d: DossierDriver, by: string, task: string, reason: string | null = 'MẪU lý do'): Result<Fact[]> => removeParticipant(d.case, d.route, { task, reason }, d.as(by));
const closed = (d: DossierDriver, by: string, reason: string | null = 'MẪU đủ ý kiến', path = 'lay-y-kien'): Result<Fact[]> => closeConsult(d.case, d.route, { step: stepId(d, path), reason }, d.as(by));
const asked = (d: DossierDriver, by: string, person: string, step: string | null = null): Result<Fact[]> => ask(d.case, d.route, { person, step, text: 'MẪU câu hỏi' }, d.as(by), d.directory.actor(person).posts);
const suspended = (d: DossierDriver): void => { d.case = { ...d.case, suspended: { until: '2022-08-01' } }; };

describe('Thêm, bớt nơi lấy ý kiến · participants of a consultation', () => {
  test('thêm một cơ quan và một người: mỗi nơi một việc, bước chờ đủ ý kiến', () => {
    const d = innerAt('lay-y-kien');
    d.must(added(d, 'btctu-cv', { unit: 'sxd' }));
    d.must(added(d, 'vptu-cv', { person: 'stc-cv' }));
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    d.decide('lay-y-kien', 'btgtu-truong', 'consent');
    expect(openStep(d, 'lay-y-kien')).toBeDefined();
    d.move();
    d.decide('lay-y-kien', 'sxd-truong', 'consent');
    d.decide('lay-y-kien', 'stc-cv', 'other', 'MẪU ý kiến riêng');
    expect(d.case.steps.find((s) => s.path === 'lay-y-kien')).toMatchObject({ state: 'settled', outcome: 'completed' });
    expect(d.facts.find((f) => f.type === 'step.settled' && f.data.arithmetic?.kind === 'consult')?.data).toMatchObject({ arithmetic: { asked: 4, consent: 3, other: 1, unanswered: 0, closed: 'allAnswered' } });
  });

  test('bớt nơi cuối cùng còn chờ thì bước khép lại; nơi đã bớt được hỏi lại', () => {
    const d = innerAt('lay-y-kien');
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    const facts = d.must(removed(d, 'btctu-truong', d.task('lay-y-kien', 'btgtu').id));
    expect(facts.map((f) => f.type)).toEqual(['task.closed', 'step.settled']);
    expect(facts[0]).toMatchObject({ data: { as: 'cancelled' }, secret: { reason: 'MẪU lý do' } });
    expect(facts[1]?.data).toMatchObject({ outcome: 'completed', arithmetic: { asked: 1, consent: 1, unanswered: 0 } });
    const e = innerAt('lay-y-kien');
    e.must(removed(e, 'btctu-truong', e.task('lay-y-kien', 'stc').id));
    expect(openStep(e, 'lay-y-kien')).toBeDefined();
    expect(added(e, 'btctu-truong', { unit: 'stc' }).ok).toBe(true);
  });

  type Refused = readonly [string, (d: DossierDriver) => Result<Fact[]>, ErrorCode];
  const REFUSED: readonly Refused[] = [
    ['thêm cơ quan đang được hỏi', (d) => added(d, 'btctu-cv', { unit: 'stc' }), 'PARTICIPANT_TWICE'],
    ['thêm cơ quan đã trả lời', (d) => { d.decide('lay-y-kien', 'stc-truong', 'consent'); return added(d, 'btctu-cv', { unit: 'stc' }); }, 'PARTICIPANT_TWICE'],
    ['thêm hai lần trước khi việc được mở', (d) => { d.must(added(d, 'btctu-cv', { unit: 'sxd' })); return added(d, 'btctu-truong', { unit: 'sxd' }); }, 'PARTICIPANT_TWICE'],
    ['thêm một người hai lần', (d) => { d.must(added(d, 'btctu-cv', { person: 'stc-cv' })); d.move(); return added(d, 'btctu-cv', { person: 'stc-cv' }); }, 'PARTICIPANT_TWICE'],
    ['thêm cơ quan không có ai trả lời', (d) => added(d, 'btctu-cv', { unit: 'tt-ud' }), 'NOT_INCUMBENT'],
    ['thêm người không giữ chức vụ nào', (d) => added(d, 'btctu-cv', { person: 'nguoi-la' }), 'NOT_INCUMBENT'],
    ['chuyên viên khác của cơ quan chủ trì thêm', (d) => added(d, 'btctu-cv2', { unit: 'sxd' }), 'NOT_ALLOWED'],
    ['thêm vào một bước đã khép', (d) => { const step = stepId(d, 'lay-y-kien'); d.must(closed(d, 'btctu-cv')); return addParticipant(d.case, d.route, { step, unit: 'sxd' }, d.as('btctu-cv'), []); }, 'STEP_NOT_FOUND'],
    ['thêm khi hồ sơ tạm dừng', (d) => { suspended(d); return added(d, 'btctu-cv', { unit: 'sxd' }); }, 'DOSSIER_SUSPENDED'],
    ['bớt không nêu lý do', (d) => removed(d, 'btctu-cv', d.task('lay-y-kien', 'stc').id, null), 'REASON_REQUIRED'],
    ['cơ quan được hỏi tự bớt mình', (d) => removed(d, 'stc-truong', d.task('lay-y-kien', 'stc').id), 'NOT_ALLOWED'],
    ['bớt nơi đã trả lời', (d) => { const { id } = d.task('lay-y-kien', 'stc'); d.decide('lay-y-kien', 'stc-truong', 'consent'); return removed(d, 'btctu-cv', id); }, 'TASK_CLOSED'],
    ['bớt một việc không có', (d) => removed(d, 'btctu-cv', 'khong-co'), 'TASK_NOT_FOUND'],
    ['kết thúc sớm không nêu lý do', (d) => closed(d, 'btctu-cv', null), 'REASON_REQUIRED'],
    ['cơ quan được hỏi kết thúc sớm', (d) => closed(d, 'stc-truong'), 'NOT_ALLOWED'],
  ];
  test.each(REFUSED)('%s: bị từ chối', (_name, act, code) => {
    expect(refusal(act(innerAt('lay-y-kien')))).toBe(code);
  });

  test('chỉ bước lấy ý kiến mới thêm, bớt, kết thúc sớm; quy trình có thể không cho thêm', () => {
    const d = innerAt('tham-dinh');
    expect(refusal(added(d, 'btctu-cv', { unit: 'sxd' }, 'tham-dinh'))).toBe('VERB_NOT_IN_STEP');
    expect(refusal(removed(d, 'btctu-cv', d.task('tham-dinh').id))).toBe('VERB_NOT_IN_STEP');
    expect(refusal(closed(d, 'btctu-cv', 'MẪU', 'tham-dinh'))).toBe('VERB_NOT_IN_STEP');
    const fixed = innerAt('lay-y-kien', innerDossier({ 'lay-y-kien': { kind: 'consult', each: { units: 'cooperating' }, without: ['addParticipant', 'removeParticipant', 'ask'], next: { completed: 'tiep-thu' } } }));
    expect(refusal(added(fixed, 'btctu-cv', { unit: 'sxd' }))).toBe('VERB_NOT_IN_STEP');
    expect(refusal(removed(fixed, 'btctu-cv', fixed.task('lay-y-kien', 'stc').id))).toBe('VERB_NOT_IN_STEP');
    expect(refusal(asked(fixed, 'btctu-cv', 'sxd-truong'))).toBe('VERB_NOT_IN_STEP');
  });

  test('kết thúc sớm: nơi chưa trả lời được tính riêng, dù im lặng có nghĩa gì; lý do xóa được', () => {
    const d = innerAt('lay-y-kien', innerDossier({ 'lay-y-kien': { kind: 'consult', each: { units: 'cooperating' }, silence: 'consent', next: { completed: 'tiep-thu' } } }));
    d.decide('lay-y-kien', 'stc-truong', 'consent');
    const settled = d.must(closed(d, 'vptu-cv')).find((f) => f.type === 'step.settled');
    expect(settled).toMatchObject({ secret: { reason: 'MẪU đủ ý kiến' }, data: { outcome: 'completed', arithmetic: { closed: 'early', asked: 2, consent: 1, unanswered: 1 } } });
    d.move();
    expect(openStep(d, 'tiep-thu')).toBeDefined();
  });
});

describe('Xin thêm ý kiến · an opinion on the side', () => {
  test('người giữ việc hỏi thêm; hồ sơ không dừng, ý kiến không tính vào kết quả của bước', () => {
    const d = innerAt('tham-dinh');
    d.must(asked(d, 'vptu-truong', 'sxd-truong'));
    d.move();
    const aside = d.case.tasks.find((t) => t.purpose === 'aside');
    expect(aside).toMatchObject({ holder: 'sxd-truong', state: 'open', unit: null });
    const said = d.must(decide(d.case, d.route, { task: aside?.id ?? '', outcome: 'other', reason: 'MẪU' }, d.as('sxd-truong'), d.means));
    expect(said.map((f) => f.type)).toEqual(['task.seen', 'decision.made', 'task.closed']);
    expect(openStep(d, 'tham-dinh')).toBeDefined();
    expect(asked(d, 'vptu-truong', 'sxd-truong').ok).toBe(true);
  });

  test('ý kiến xin thêm được rút lại mà không khép bước nào', () => {
    const d = innerAt('tham-dinh');
    d.must(asked(d, 'btctu-cv2', 'sxd-truong'));
    d.move();
    const facts = d.must(removed(d, 'btctu-cv', d.case.tasks.find((t) => t.purpose === 'aside')?.id ?? ''));
    expect(facts.map((f) => f.type)).toEqual(['task.closed']);
  });

  type Refused = readonly [string, (d: DossierDriver) => Result<Fact[]>, ErrorCode];
  const REFUSED: readonly Refused[] = [
    ['hỏi một người hai lần khi việc chưa mở', (d) => { d.must(asked(d, 'btctu-cv', 'sxd-truong')); return asked(d, 'btctu-truong', 'sxd-truong', stepId(d, 'tham-dinh')); }, 'PARTICIPANT_TWICE'],
    ['hỏi một người hai lần khi họ chưa trả lời', (d) => { d.must(asked(d, 'btctu-cv', 'sxd-truong')); d.move(); return asked(d, 'btctu-cv', 'sxd-truong'); }, 'PARTICIPANT_TWICE'],
    ['hỏi người đang có việc trong chính bước ấy', (d) => asked(d, 'btctu-cv', 'vptu-pho'), 'PARTICIPANT_TWICE'],
    ['hỏi người không giữ chức vụ nào', (d) => asked(d, 'btctu-cv', 'nguoi-la'), 'NOT_INCUMBENT'],
    ['tự hỏi mình', (d) => asked(d, 'btctu-cv', 'btctu-cv'), 'SAME_PERSON'],
    ['người ngoài hỏi', (d) => asked(d, 'stc-truong', 'sxd-truong', stepId(d, 'tham-dinh')), 'NOT_ALLOWED'],
    ['hỏi ở một bước không có', (d) => asked(d, 'btctu-cv', 'sxd-truong', 'khong-co'), 'STEP_NOT_FOUND'],
    ['hỏi khi hồ sơ tạm dừng', (d) => { suspended(d); return asked(d, 'btctu-cv', 'sxd-truong'); }, 'DOSSIER_SUSPENDED'],
    ['hỏi khi hồ sơ đã dừng', (d) => { d.case = { ...d.case, status: 'cancelled' }; return asked(d, 'btctu-cv', 'sxd-truong'); }, 'DOSSIER_CLOSED'],
  ];
  test.each(REFUSED)('%s: bị từ chối', (_name, act, code) => {
    expect(refusal(act(innerAt('tham-dinh')))).toBe(code);
  });
});
