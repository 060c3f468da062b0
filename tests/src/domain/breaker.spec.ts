import { cast, claim, confirm, confirmProposal, correctRoster, decide, extendTerm, finish, openTasks, recordFor, redo, repair, submit, transfer, type Actor, type Assignee, type DecideCommand } from '@totrinh/domain';
import { COMMAND, DossierDriver, refusal } from './dossier-driver.ts';
import { APPOINTMENTS, Directory, type Appointment } from './sample-office.ts';
import { ROLES, ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';
import { NOW, RECORDER, refusedWith, seatOfMember, VoteRoom } from './vote-room.ts';

const DEMANDING = { kind: 'approve', who: { body: 'authority' }, rule: 'all', next: { approved: 'ky', approvedSubjectTo: 'hoan-thien', returned: 'tiep-thu', rejected: 'dung-lai' } };
const FINISHING = { kind: 'finish', who: { headOf: 'leadUnit' }, confirm: { signers: 'authority' }, next: { confirmed: 'ky', returned: 'thong-qua' } };
const ELECTRONIC = { kind: 'vote', mode: 'electronic', roster: { body: 'authority' }, rule: { base: 'members', approve: '> 1/2' }, due: { days: 5 }, next: { approved: 'ky', rejected: 'dung-lai', lapsed: 'cho-y-kien' } };
const BY_HEAD = { kind: 'sign', who: { headOf: 'leadUnit' }, next: { signed: 'ban-hanh', returned: 'tiep-thu' } };

const inStead = (d: DossierDriver, person: string, principal: string): Actor => ({ ...d.as(person), substitutes: [{ principal, absence: `vang-${principal}`, routes: null, posts: d.as(principal).posts }] });
const seatedToday = (...members: readonly number[]): Assignee[] => members.map((n) => seatOfMember(n)).map(({ person, role, appointment }) => ({ person, capacity: role, appointment }));

/** The sample dossier before the opinion of the standing body. */
function beforeOpinion(d: DossierDriver): DossierDriver {
  d.move();
  d.attach('du-thao', 'a1');
  d.submit();
  d.move();
  d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
  d.move();
  for (const unit of ['stc-truong', 'btgtu-truong']) d.decide('lay-y-kien', unit, 'consent');
  d.move();
  d.attach('to-trinh', 'b1');
  d.submit();
  d.move();
  d.decide('tham-dinh', 'vptu-truong', 'approved');
  d.move();
  return d;
}

/** The sample dossier, or one with other steps, before the authority. */
function beforeAuthority(steps: Record<string, unknown> = {}, more: readonly Appointment[] = []): DossierDriver {
  const d = new DossierDriver(routeOf(textWith(steps)), new Directory([...APPOINTMENTS, ...more]), { ...COMMAND, roles: { ...ROLES, units: { ...ROLES.units, issuing: 'vptu' } } });
  beforeOpinion(d).decide('cho-y-kien', 'tt-1', 'approved');
  d.move();
  return d;
}

/** The same after every member of the authority has approved. */
function beforeSignature(steps: Record<string, unknown> = {}): DossierDriver {
  const d = beforeAuthority(steps);
  for (const member of ['btv-1', 'btv-2', 'btv-3']) d.decide('thong-qua', member, 'approved');
  d.move();
  return d;
}

const says = (d: DossierDriver, path: string, of: string, actor: Actor, more: Partial<DecideCommand> = {}): ReturnType<typeof decide> =>
  decide(d.case, d.route, { task: d.task(path, of).id, outcome: 'approved', reason: null, ...more }, actor, d.means);

describe('Một người không thành hai · one person is never two', () => {
  test('uỷ viên đã phê duyệt không phê duyệt thêm lần nữa thay uỷ viên vắng mặt', () => {
    const d = beforeAuthority();
    d.decide('thong-qua', 'btv-2', 'approved');
    expect(refusal(says(d, 'thong-qua', 'btv-1', inStead(d, 'btv-2', 'btv-1')))).toBe('NOT_ALLOWED');
  });

  test('uỷ viên có phần của mình thì không thay uỷ viên khác, phần của mình vẫn làm được', () => {
    const d = beforeAuthority();
    expect(refusal(says(d, 'thong-qua', 'btv-1', inStead(d, 'btv-2', 'btv-1')))).toBe('NOT_ALLOWED');
    d.must(says(d, 'thong-qua', 'btv-2', d.as('btv-2')));
  });

  test('người ngoài thay được một uỷ viên vắng mặt, không thay người thứ hai', () => {
    const d = beforeAuthority();
    d.must(says(d, 'thong-qua', 'btv-1', inStead(d, 'vptu-truong', 'btv-1')));
    expect(refusal(says(d, 'thong-qua', 'btv-3', inStead(d, 'vptu-truong', 'btv-3')))).toBe('NOT_ALLOWED');
  });

  test('trình thay thủ trưởng thì thủ trưởng không tự duyệt nội dung ấy', () => {
    const d = beforeOpinion(new DossierDriver());
    d.decide('cho-y-kien', 'tt-1', 'returned', 'MẪU');
    d.move();
    d.must(submit(d.case, d.route, inStead(d, 'btctu-pho', 'btctu-truong'), d.means));
    d.move();
    expect(openTasks(d.case).flatMap((t) => t.assignees.map((a) => a.person))).not.toContain('btctu-truong');
  });

  test('hoàn thiện thay ai thì người ấy không xác nhận việc hoàn thiện', () => {
    const d = beforeAuthority({ 'thong-qua': DEMANDING, 'hoan-thien': FINISHING }, [{ person: 'btctu-truong', role: 'signer', unit: null, body: 'ban-thuong-vu', appointment: 'btctu-truong@btv' }]);
    d.must(says(d, 'thong-qua', 'btv-1', d.as('btv-1'), { outcome: 'approvedSubjectTo', demands: ['MẪU'] }));
    for (const member of ['btv-2', 'btv-3']) d.decide('thong-qua', member, 'approved');
    d.move();
    d.put(d.case.demands.map(({ id }) => ({ type: 'demand.answered', data: { demand: id, document: null } })));
    d.must(finish(d.case, d.route, { task: d.task('hoan-thien').id }, inStead(d, 'btctu-pho', 'btctu-truong'), d.means));
    d.move();
    const [task] = openTasks(d.case).filter((t) => t.purpose === 'confirm');
    expect(task?.assignees.map((a) => a.person)).toEqual(['tt-1', 'tt-2']);
    const toPrincipal = { ...d.case, tasks: d.case.tasks.map((t) => (t.id === task?.id ? { ...t, holder: null, assignees: d.directory.ask({ kind: 'holder', person: 'btctu-truong' }) } : t)) };
    expect(refusal(confirm(toPrincipal, d.route, { task: task?.id ?? '', outcome: 'confirmed', reason: null }, d.as('btctu-truong'), d.means))).toBe('SAME_PERSON');
  });

  test('người xử lý thay không nhận chữ ký về mình bằng cách chuyển xử lý', () => {
    const d = beforeSignature({ ky: BY_HEAD });
    const to = d.directory.ask({ kind: 'person', person: 'btctu-pho', unit: 'btctu' });
    const passed = (actor: Actor): ReturnType<typeof transfer> => transfer(d.case, d.route, { task: d.task('ky').id, person: 'btctu-pho' }, actor, { to, heldToday: ['btctu-truong@btctu'] });
    expect(refusal(passed(inStead(d, 'btctu-pho', 'btctu-truong')))).toBe('NO_SUBSTITUTE');
    expect(refusal(passed(d.as('btctu-truong')))).toBeNull();
  });

  test('một uỷ viên không tự mình bỏ cả cuộc biểu quyết bằng làm lại; văn phòng thì được', () => {
    const d = beforeAuthority({ 'thong-qua': ELECTRONIC });
    const again = { step: d.case.steps.at(-1)?.id ?? '', to: 'cho-y-kien', reason: 'MẪU' };
    expect(refusal(redo(d.case, d.route, again, d.as('btv-1')))).toBe('NOT_ALLOWED');
    expect(refusal(redo(d.case, d.route, again, d.as('vptu-truong')))).toBeNull();
  });
});

describe('Đúng người, đúng việc, đúng lúc · the right person, on what still stands', () => {
  test('ý kiến của người đã thôi giữ chức vụ không được ghi nhận thay', () => {
    const d = beforeAuthority();
    const command = { task: d.task('thong-qua', 'btv-1').id, principal: 'btv-1', outcome: 'approved', reason: null, document: d.case.documents[0]?.id ?? '', on: '2022-07-13', signatory: 'MẪU' };
    const entered = (held: readonly string[]): ReturnType<typeof recordFor> => recordFor(d.case, d.route, command, NOW, d.as('vptu-truong'), d.means, held);
    expect(refusal(entered([]))).toBe('NOT_ALLOWED');
    d.must(entered(['btv-1@ban-thuong-vu']));
    const confirmed = (held: readonly string[]): ReturnType<typeof confirmProposal> => confirmProposal(d.case, d.route, { proposal: d.case.proposals[0]?.id ?? '', reason: null }, d.as('vptu-pho'), d.means, NOW, { words: {}, to: null, held });
    expect(refusal(confirmed([]))).toBe('NOT_ALLOWED');
    expect(refusal(confirmed(['btv-1@ban-thuong-vu']))).toBeNull();
  });

  test('phê duyệt không kèm yêu cầu, ý kiến từ chối thì không đặt ra yêu cầu hoàn thiện', () => {
    const d = beforeAuthority();
    for (const outcome of ['approved', 'returned', 'rejected']) expect(refusal(says(d, 'thong-qua', 'btv-1', d.as('btv-1'), { outcome, reason: 'MẪU', demands: ['MẪU'] }))).toBe('REQUEST_INVALID');
  });

  test('người xử lý thay nhận việc thì việc vẫn của người vắng mặt', () => {
    const d = beforeSignature();
    const task = d.task('ky').id;
    const substitute = inStead(d, 'stc-pho', 'tt-1');
    d.must(claim(d.case, task, substitute));
    expect(d.task('ky').holder).toBe('tt-1');
    expect(refusal(says(d, 'ky', 'tt-1', substitute, { outcome: 'signed' }))).toBe('NO_SUBSTITUTE');
    expect(refusal(says(d, 'ky', 'tt-1', d.as('tt-1'), { outcome: 'signed' }))).toBeNull();
  });

  test('đề nghị sửa luồng không còn hiệu lực khi hồ sơ đã đi tiếp', () => {
    const admin = (person: string): Appointment => ({ person, role: 'admin', unit: 'tt-ud', body: null, appointment: person });
    const d = new DossierDriver(routeOf(ROUTE_TEXT), new Directory([...APPOINTMENTS, admin('quan-tri'), admin('quan-tri-2')]));
    d.move();
    d.attach('du-thao', 'a1');
    d.submit();
    d.move();
    d.must(repair(d.case, d.route, { to: 'duyet-noi-dung', reason: 'MẪU' }, d.as('quan-tri'), d.means));
    const confirmed = (): ReturnType<typeof confirmProposal> => confirmProposal(d.case, d.route, { proposal: d.case.proposals[0]?.id ?? '', reason: null }, d.as('quan-tri-2'), d.means, NOW, { words: {}, to: null });
    expect(refusal(confirmed())).toBeNull();
    d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
    d.move();
    expect(refusal(confirmed())).toBe('PROPOSAL_STALE');
  });

  test('gia hạn đã đề nghị không rút ngắn thời hạn đã được dời xa hơn', () => {
    const room = new VoteRoom();
    room.must(extendTerm(room.case, room.route, { task: room.taskOf('uv-1'), until: '2022-08-02', reason: 'MẪU' }, '2022-07-29T17:00:00.000Z', NOW, room.as('uv-1'), room.means));
    const granted = (dueAt: string): ReturnType<typeof confirmProposal> => confirmProposal(room.case, room.route, { proposal: room.case.proposals[0]?.id ?? '', reason: null }, room.as(RECORDER), room.means, NOW, { words: {}, to: null, was: { dueAt } });
    expect(refusedWith(granted('2022-08-10T17:00:00.000Z'))).toBe('DATE_INVALID');
    expect(refusedWith(granted('2022-07-29T17:00:00.000Z'))).toBeNull();
  });
});

describe('Kết quả hội nghị và điều còn kín · results of meetings, and what is still sealed', () => {
  test('danh sách đã điều chỉnh một người thay một người thì kết quả đã ghi không còn hiệu lực', () => {
    const room = new VoteRoom({ mode: 'meeting' });
    room.must(room.record({ present: 5, yes: 5 }));
    room.must(correctRoster(room.case, room.route, { step: room.step.id, document: null, reason: 'MẪU' }, seatedToday(1, 2, 3, 4, 6), room.as(RECORDER)));
    expect(refusedWith(room.confirm())).toBe('PROPOSAL_STALE');
  });

  test('hồ sơ đã hoãn sang hội nghị khác thì kết quả của hội nghị trước không còn hiệu lực', () => {
    const room = new VoteRoom({ mode: 'meeting' });
    const on = (meeting: string): { meeting: string; step: string; by: string } => ({ meeting, step: room.step.id, by: RECORDER });
    room.put([{ type: 'agenda.placed', data: on('hoi-nghi-1') }]);
    room.must(room.record({ present: 5, yes: 5 }, { meeting: 'hoi-nghi-1' }));
    expect(refusedWith(room.confirm())).toBeNull();
    room.put([{ type: 'agenda.putOff', data: on('hoi-nghi-1') }, { type: 'agenda.placed', data: on('hoi-nghi-2') }]);
    expect(refusedWith(room.confirm())).toBe('PROPOSAL_STALE');
  });

  test('phiếu kín ở hội nghị không giữ lại người chủ trì nói gì', () => {
    const room = new VoteRoom({ mode: 'meeting', rule: { ballot: 'secret' } });
    room.must(room.record({ present: 5, yes: 3, no: 2 }, { chair: 'no' }));
    expect(room.case.proposals[0]?.params).toMatchObject({ chair: null });
  });

  test('người soạn thảo là thành viên thì không biểu quyết theo tên', () => {
    const room = new VoteRoom({ mode: 'meeting', members: 3 });
    room.case = { ...room.case, drafter: 'uv-1' };
    expect(refusedWith(room.record({ present: 3, yes: 3 }, { names: { 'uv-1': 'yes', 'uv-2': 'yes', 'uv-3': 'yes' } }))).toBe('COUNTS_INVALID');
    expect(refusedWith(room.record({ present: 3, yes: 2 }, { names: { 'uv-2': 'yes', 'uv-3': 'yes' } }))).toBeNull();
  });

  test('khi biểu quyết còn mở, không câu trả lời nào cho người xử lý thay hay người đã ra khỏi danh sách biết ai nói gì', () => {
    const room = new VoteRoom();
    room.casts('uv-1', 'yes');
    room.must(correctRoster(room.case, room.route, { step: room.step.id, document: room.case.documents[0]?.id ?? null, reason: 'MẪU' }, seatedToday(1, 2, 3, 4), room.as(RECORDER)));
    const asked = [room.tryCast('uv-5', 'yes'), cast(room.case, room.route, { task: room.taskOf('uv-1'), choice: 'no', reason: 'MẪU' }, inStead(room, 'tt-1', 'uv-1'), room.means, NOW)];
    expect(asked).toEqual(['uv-5', 'uv-1'].map((of) => ({ ok: false, error: { code: 'TASK_CLOSED', details: { task: room.taskOf(of) } } })));
  });
});
