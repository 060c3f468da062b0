import { cast, claim, confirm, decide, signedAs, stepRule, transfer, type Actor, type AuthorityVerb, type ErrorCode, type Fact } from '@totrinh/domain';
import { DossierDriver, refusal } from './dossier-driver.ts';
import { APPOINTMENTS, Directory } from './sample-office.ts';
import { driveTo } from './stages.ts';

/** `person` with the written authority of `principal`. */
function by(d: DossierDriver, person: string, principal: string, verbs: readonly AuthorityVerb[], routes: readonly string[] | null = null): Actor {
  return { ...d.as(person), authorities: [{ principal, authority: `uq-${principal}`, verbs, routes, posts: d.as(principal).posts }] };
}
const decision = (d: DossierDriver, path: string, of: string, actor: Actor, outcome = 'approved'): ReturnType<typeof decide> => decide(d.case, d.route, { task: d.task(path, of).id, outcome, reason: null }, actor, d.means);
const made = (facts: readonly Fact[]): unknown => facts.find((f) => f.type === 'decision.made')?.data;

describe('Xử lý theo ủy quyền (TUQ) · acting by written authority', () => {
  test('quyết định thay người ủy quyền: ghi ai làm, của ai, theo văn bản nào', () => {
    const d = driveTo('duyet-noi-dung');
    const facts = d.must(decision(d, 'duyet-noi-dung', 'btctu-truong', by(d, 'btctu-pho', 'btctu-truong', ['decide'])));
    expect(made(facts)).toMatchObject({ actor: 'btctu-pho', principal: 'btctu-truong', capacity: 'TUQ', appointment: 'btctu-truong@btctu', authority: 'uq-btctu-truong' });
    expect(d.case.decisions.at(-1)).toMatchObject({ actor: 'btctu-pho', principal: 'btctu-truong', authority: 'uq-btctu-truong', inStead: null });
  });

  const SIGNS: readonly (readonly [string, readonly AuthorityVerb[], ErrorCode | null])[] = [['có nêu việc ký', ['sign'], null], ['chỉ nêu việc quyết định', ['decide'], 'NOT_ALLOWED'], ['chỉ nêu việc xác nhận', ['confirm'], 'NOT_ALLOWED']];
  test.each(SIGNS)('ký thừa ủy quyền: văn bản %s', (_name, verbs, code) => {
    const d = driveTo('ky');
    const signed = decision(d, 'ky', 'tt-1', by(d, 'vptu-truong', 'tt-1', verbs), 'signed');
    expect(refusal(signed)).toBe(code);
    if (!signed.ok) return;
    expect(signedAs(stepRule(d.route, 'ky'), String((made(signed.value) as { capacity: string }).capacity))).toBe('TUQ.');
  });

  const REFUSED: readonly (readonly [string, string, (d: DossierDriver) => Actor, ErrorCode])[] = [
    ['không có việc “quyết định” trong văn bản', 'duyet-noi-dung', (d) => by(d, 'btctu-pho', 'btctu-truong', ['sign', 'confirm']), 'NOT_ALLOWED'],
    ['quy trình không có trong văn bản', 'duyet-noi-dung', (d) => by(d, 'btctu-pho', 'btctu-truong', ['decide'], ['quy-trinh-khac']), 'NOT_ALLOWED'],
    ['người soạn thảo duyệt hồ sơ của mình', 'duyet-noi-dung', (d) => by(d, 'btctu-cv', 'btctu-truong', ['decide']), 'SELF_APPROVAL'],
    ['người ủy quyền đã rời chức vụ', 'duyet-noi-dung', (d) => ({ ...d.as('btctu-pho'), authorities: [{ principal: 'btctu-truong', authority: 'uq', verbs: ['decide'], routes: null, posts: [] }] }), 'NOT_ALLOWED'],
    ['ủy quyền của người không có việc', 'duyet-noi-dung', (d) => by(d, 'btctu-pho', 'stc-truong', ['decide']), 'TASK_NOT_FOUND'],
  ];
  test.each(REFUSED)('bị từ chối: %s', (_name, path, actor, code) => {
    const d = driveTo(path);
    expect(refusal(decision(d, path, 'btctu-truong', actor(d)))).toBe(code);
  });

  test('không chuyển việc, không nhận việc và không bỏ phiếu theo ủy quyền', () => {
    const d = driveTo('duyet-noi-dung');
    const actor = by(d, 'btctu-pho', 'btctu-truong', ['decide', 'sign', 'confirm']);
    const { id } = d.task('duyet-noi-dung');
    expect(refusal(transfer(d.case, d.route, { task: id, person: 'btctu-pho' }, actor, { to: d.directory.ask({ kind: 'person', person: 'btctu-pho', unit: 'btctu' }), heldToday: [] }))).toBe('NOT_ALLOWED');
    expect(refusal(claim(d.case, id, actor))).toBe('NOT_ALLOWED');
    expect(refusal(cast(d.case, d.route, { task: id, choice: 'yes', reason: null }, actor, d.means, new Date(0)))).toBe('NOT_ALLOWED');
    expect(refusal(confirm(d.case, d.route, { task: id, outcome: 'confirmed', reason: null }, actor, d.means))).toBe('OUTCOME_NOT_POSSIBLE');
  });

  test('nơi cần nhiều người, người đã có ghế hoặc đã nói thay một người thì không nói thay người nữa', () => {
    const d = driveTo('thong-qua');
    const says = (of: string, actor: Actor): ReturnType<typeof decide> => decision(d, 'thong-qua', of, actor);
    expect(refusal(says('btv-1', by(d, 'btv-2', 'btv-1', ['decide'])))).toBe('NOT_ALLOWED');
    d.must(says('btv-1', by(d, 'vptu-truong', 'btv-1', ['decide'])));
    expect(refusal(says('btv-3', by(d, 'vptu-truong', 'btv-3', ['decide'])))).toBe('NOT_ALLOWED');
  });
});

describe('Quyền, phụ trách · acting heads', () => {
  test('người giữ quyền một chức vụ ký với chữ Q., quyền như người giữ chức vụ thật', () => {
    const acting = APPOINTMENTS.map((a) => (a.person === 'tt-1' && a.role === 'signer' ? { ...a, acting: true } : a));
    const d = driveTo('ky', new DossierDriver(undefined, new Directory(acting)));
    const facts = d.must(decision(d, 'ky', 'tt-1', d.as('tt-1'), 'signed'));
    expect(made(facts)).toMatchObject({ actor: 'tt-1', principal: 'tt-1', capacity: 'Q', appointment: 'tt-1@ban-thuong-vu' });
    expect(signedAs(stepRule(d.route, 'ky'), 'Q')).toBe('Q.');
  });

  test('trước chữ ký là lời của quy trình khi ký bằng chức vụ của mình', () => {
    const d = driveTo('ky');
    expect([signedAs(stepRule(d.route, 'ky'), 'signer'), signedAs(stepRule(d.route, 'ky'), 'TUQ'), signedAs(stepRule(d.route, 'duyet-noi-dung'), 'TUQ')]).toEqual(['T/M', 'TUQ.', null]);
  });
});
