import fc from 'fast-check';
import { BALLOT_CHOICES, callOff, placeOnAgenda, putOff, reserve, type Fact } from '@totrinh/domain';
import { CONFIRMER, RECORDER, refusedWith, VoteRoom, type RoomGiven } from './vote-room.ts';

const EARLY: RoomGiven = { rule: { close: 'early' } };
const SECRET: RoomGiven = { mode: 'electronic', rule: { ballot: 'secret' } };
const CHAIR: RoomGiven = { members: 4, chaired: true, rule: { tie: 'chair' } };

/** Ballots of uv-1, uv-2 … in their order; null stays silent. What is open after them, and what stands once the day has come. */
const RESULTS: readonly (readonly [string, RoomGiven, readonly (string | null)[], string | null, string | null])[] = [
  ['đủ phiếu mà chưa đến hạn thì chưa khép', {}, ['yes', 'yes', 'yes', 'yes', 'yes'], null, 'approved'],
  ['quá nửa tổng số thì thông qua', {}, ['yes', 'yes', 'yes'], null, 'approved'],
  ['im lặng không phải là không đồng ý: hết hạn', {}, ['yes', 'yes', 'no'], null, 'lapsed'],
  ['phiếu đã gửi làm cho không thể thông qua nữa thì không thông qua', {}, ['no', 'no', 'no'], null, 'rejected'],
  ['ý kiến khác không phải là đồng ý', {}, ['yes', 'yes', 'other', 'other', 'other'], null, 'rejected'],
  ['phiếu trắng không phải là đồng ý', {}, ['yes', 'yes', 'abstain', 'abstain', 'abstain'], null, 'rejected'],
  ['không ai gửi phiếu thì hết hạn', {}, [], null, 'lapsed'],
  ['khép sớm khi đã quá nửa', EARLY, ['yes', 'yes', 'yes'], 'approved', 'approved'],
  ['khép sớm khi không thể quá nửa', EARLY, ['no', 'no', 'other'], 'rejected', 'rejected'],
  ['chưa chắc thì chưa khép sớm', EARLY, ['yes', 'yes', 'no'], null, 'lapsed'],
  ['phiếu kín: đến hạn mới mở hòm phiếu', SECRET, ['yes', 'no', 'yes', 'yes'], null, 'approved'],
  ['phiếu kín mà thiếu phiếu thì hết hạn', SECRET, ['yes', 'no'], null, 'lapsed'],
  ['ngang nhau theo phía người chủ trì', CHAIR, ['yes', 'yes', 'no', 'no'], null, 'approved'],
  ['ngang nhau mà người chủ trì không đồng ý', CHAIR, ['no', 'no', 'yes', 'yes'], null, 'rejected'],
  ['trên số phiếu đã gửi', { rule: { base: 'cast' } }, ['yes', 'yes', 'no', 'yes', 'no'], null, 'approved'],
];

describe('Biểu quyết bằng phiếu trong một hồ sơ · a vote that is sent in', () => {
  test.each(RESULTS)('%s', (_name, given, ballots, before, after) => {
    const room = new VoteRoom(given).say(...ballots);
    expect(room.outcome).toBe(before);
    if (before === null) room.due();
    expect(room.outcome).toBe(after);
    expect(room.arithmetic).toEqual(room.recount());
    expect(room.case.tasks.filter((t) => t.step === room.step.id && t.state === 'open')).toEqual([]);
  });

  test('whatever members say in whatever order, the result is the one that the record counts again', () => {
    const ballots = fc.array(fc.option(fc.constantFrom(...BALLOT_CHOICES), { nil: null }), { minLength: 1, maxLength: 7 });
    const rule = fc.record({ base: fc.constantFrom('members', 'cast'), approve: fc.constantFrom('> 1/2', '>= 2/3'), quorum: fc.constantFrom('none', '1/2'), abstain: fc.constantFrom('cast', 'notCast') }) as fc.Arbitrary<RoomGiven['rule'] & object>;
    fc.assert(fc.property(ballots, rule, fc.constantFrom('open', 'secret'), (said, of, ballot) => {
      const room = new VoteRoom({ mode: 'electronic', members: said.length, rule: { ...of, ballot: ballot as 'open' | 'secret' } });
      room.say(...said).due();
      expect(room.arithmetic).toEqual(room.recount());
      expect(room.arithmetic).toMatchObject({ outcome: room.outcome, members: said.length, present: said.filter((s) => s !== null).length, yes: said.filter((s) => s === 'yes').length });
    }), { numRuns: 150 });
  });
});

describe('Lá phiếu · a ballot', () => {
  test.each<[string, RoomGiven, string, string | null, string | null]>([
    ['phiếu viết không đồng ý thì phải ghi lý do', {}, 'no', null, 'REASON_REQUIRED'],
    ['ý kiến khác thì ghi rõ', { mode: 'electronic' }, 'other', null, 'REASON_REQUIRED'],
    ['bấm không đồng ý trên màn hình thì không bắt buộc', { mode: 'electronic' }, 'no', null, null],
    ['quy trình có thể bắt buộc thêm', { mode: 'electronic', step: { reasons: ['abstain'] } }, 'abstain', null, 'REASON_REQUIRED'],
    ['không có lựa chọn nào khác', {}, 'approved', 'MẪU', 'OUTCOME_NOT_POSSIBLE'],
    ['phiếu kín không kèm lý do, vì lý do nói thay phiếu', SECRET, 'no', 'MẪU', 'REQUEST_INVALID'],
    ['phiếu kín: ý kiến khác không phải ghi rõ', SECRET, 'other', null, null],
    ['đòi đăng nhập lại thì phải đăng nhập lại', { step: { fresh: ['yes'] } }, 'yes', null, 'FRESH_SIGN_IN_REQUIRED'],
    ['hội nghị không lấy phiếu từng người', { mode: 'meeting' }, 'yes', null, 'TASK_NOT_FOUND'],
  ])('%s', (_name, given, choice, reason, code) => {
    expect(refusedWith(new VoteRoom(given).tryCast('uv-2', choice, reason))).toBe(code);
  });

  test('phiếu đã bỏ không sửa được', () => {
    const room = new VoteRoom().say('yes');
    expect(refusedWith(room.tryCast('uv-1', 'no'))).toBe('TASK_CLOSED');
  });

  test('ai không còn là Ủy viên thì không bỏ được phiếu của mình', () => {
    const room = new VoteRoom();
    expect(refusedWith(room.tryCast('uv-1', 'yes', null, room.as('stc-truong').posts))).toBe('NOT_ALLOWED');
  });

  test('không ai bỏ phiếu thay, kể cả người xử lý thay khi vắng', () => {
    const room = new VoteRoom();
    const absent = room.as('uv-1');
    const actor = { ...room.as('stc-truong'), substitutes: [{ principal: 'uv-1', absence: 'vang-1', routes: null, posts: absent.posts }] };
    room.as = (): typeof actor => actor;
    expect(refusedWith(room.tryCast('uv-1', 'yes'))).toBe('NO_SUBSTITUTE');
  });

  test('người soạn thảo là Ủy viên thì có tên trong danh sách mà không có phiếu', () => {
    const room = new VoteRoom();
    room.directory.appointments = [...room.directory.appointments, { person: 'btctu-cv', role: 'member', unit: null, body: 'ban-thuong-vu', appointment: 'them' }];
    room.say('yes', 'yes').due();
    room.move();
    room.decide('xin-y-kien-lai', 'vptu-truong', 'approved');
    room.move();
    expect(room.step.roster?.map((a) => a.person)).toContain('btctu-cv');
    expect(room.taskOf('btctu-cv')).toBe('không có');
    room.say('yes', 'yes', 'yes');
    room.due();
    expect([room.outcome, room.arithmetic?.members]).toEqual(['lapsed', 6]);
  });

  test('phiếu kín chỉ để lại rằng người ấy đã bỏ phiếu', () => {
    const room = new VoteRoom(SECRET);
    const facts = [...room.casts('uv-1', 'no', null), ...room.casts('uv-2', 'yes', null)];
    expect(facts.map((f) => f.type)).toEqual(['task.seen', 'ballot.cast', 'task.closed', 'task.seen', 'ballot.cast', 'task.closed']);
    expect(JSON.stringify(facts)).not.toMatch(/"(yes|no|other|abstain)"/);
    expect(room.case.decisions).toEqual([]);
    room.due();
    expect(room.facts.filter((f) => f.type === 'urn.opened').map((f) => f.data)).toEqual([{ step: room.step.id, ballots: ['no', 'yes'] }]);
  });
});

describe('Hủy cuộc biểu quyết · a vote that is called off', () => {
  test.each([['văn phòng', 'vptu-pho', null], ['người đứng đầu cơ quan chủ trì', 'btctu-truong', null], ['một Ủy viên', 'uv-1', 'NOT_ALLOWED'], ['người soạn thảo', 'btctu-cv', 'NOT_ALLOWED']])('%s', (_who, person, code) => {
    const room = new VoteRoom().say('yes', 'yes');
    expect(refusedWith(callOff(room.case, room.route, { step: room.step.id, reason: 'MẪU' }, room.as(person)))).toBe(code);
  });

  test('phiếu đã gửi không còn giá trị, không đếm gì, và lý do ở lại', () => {
    const room = new VoteRoom().say('yes', 'yes', 'yes');
    const facts = room.must(callOff(room.case, room.route, { step: room.step.id, reason: 'MẪU lý do' }, room.as('vptu-pho')));
    expect(facts.filter((f) => f.type === 'decision.voided')).toHaveLength(3);
    expect(room).toMatchObject({ outcome: 'lapsed', arithmetic: undefined });
    expect(facts.find((f) => f.type === 'step.settled')?.secret).toEqual({ reason: 'MẪU lý do' });
  });

  test('hòm phiếu kín không được mở', () => {
    const room = new VoteRoom(SECRET).say('yes', 'no');
    expect(room.must(callOff(room.case, room.route, { step: room.step.id, reason: 'MẪU' }, room.as('vptu-pho'))).map((f) => f.type)).not.toContain('urn.opened');
  });

  test('phải có lý do, và chỉ khi còn đang mở', () => {
    const room = new VoteRoom();
    const off = (reason: string | null): string | null => refusedWith(callOff(room.case, room.route, { step: room.step.id, reason }, room.as('vptu-pho')));
    expect(off(null)).toBe('REASON_REQUIRED');
    room.due();
    expect(off('MẪU')).toBe('STEP_NOT_FOUND');
  });
});

describe('Bảo lưu ý kiến · a reserved opinion', () => {
  test.each<[string, RoomGiven, boolean]>([['khi đang lấy phiếu', {}, false], ['khi đã có kết quả', { rule: { base: 'cast' } }, true], ['tại hội nghị', { mode: 'meeting' }, false]])('%s', (_name, given, settled) => {
    const room = new VoteRoom(given);
    const task = room.case.tasks.find((t) => t.step === room.step.id)!.id;
    if (settled) room.say('yes', 'no', 'yes').due();
    expect(room.must(reserve(room.case, { task, text: 'MẪU ý kiến' }, [], room.as('uv-2')))).toEqual([{ type: 'opinion.reserved', data: { step: room.step.id, task, person: 'uv-2' }, secret: { text: 'MẪU ý kiến' } }]);
  });

  test('mỗi người một lần, chỉ thành viên, và chỉ lần biểu quyết sau cùng', () => {
    const room = new VoteRoom();
    const task = room.taskOf('uv-1');
    const tried = (person: string, reserved: string[] = []): string | null => refusedWith(reserve(room.case, { task, text: 'MẪU' }, reserved, room.as(person)));
    expect([tried('uv-1', ['uv-1']), tried('stc-truong'), tried('uv-5')]).toEqual(['NOT_ALLOWED', 'TASK_NOT_FOUND', null]);
    room.due();
    room.move();
    room.decide('xin-y-kien-lai', 'vptu-truong', 'approved');
    room.move();
    expect(tried('uv-5')).toBe('OUTCOME_NOT_POSSIBLE');
  });
});

const MEETING: RoomGiven = { mode: 'meeting', members: 17 };
const present = (yes: number, no = 0, other = 0, abstain = 0, more = 0): { present: number; yes: number; no: number; other: number; abstain: number } => ({ present: yes + no + other + abstain + more, yes, no, other, abstain });

describe('Kết quả hội nghị · a meeting’s result', () => {
  test.each<[string, RoomGiven, ReturnType<typeof present>, string | null, string[], string]>([
    ['quá nửa tổng số', MEETING, present(9, 6), null, [], 'approved'],
    ['chưa quá nửa tổng số, dù quá nửa số dự', MEETING, present(8, 1), null, [], 'rejected'],
    ['thiếu người dự', { ...MEETING, rule: { quorum: '2/3' } }, present(9), null, [], 'lapsed'],
    ['ngang nhau theo người chủ trì', { ...MEETING, members: 4, rule: { tie: 'chair' } }, present(2, 2), 'yes', [], 'approved'],
    ['thông qua, giao hoàn thiện', MEETING, present(12, 1), null, ['MẪU yêu cầu 1', 'MẪU yêu cầu 2'], 'approvedSubjectTo'],
    ['chưa thông qua thì không có gì phải hoàn thiện', MEETING, present(3, 9), null, ['MẪU yêu cầu'], 'rejected'],
  ])('%s', (_name, given, counts, chair, demands, outcome) => {
    const room = new VoteRoom(given);
    room.must(room.record(counts, { chair, demands }));
    expect(room.outcome).toBeNull();
    const facts = room.must(room.confirm());
    expect(room.outcome).toBe(outcome);
    expect(room.arithmetic).toMatchObject({ ...counts, members: given.members, mode: 'meeting' });
    expect(facts.filter((f) => f.type === 'demand.made').map((f) => f.secret?.['text'])).toEqual(outcome === 'approvedSubjectTo' ? demands : []);
    expect(facts.find((f) => f.type === 'result.recorded')?.data).toMatchObject({ by: RECORDER, confirmedBy: CONFIRMER, counts: { ...counts, members: given.members } });
  });

  test.each<[string, Partial<ReturnType<typeof present>>, Parameters<VoteRoom['record']>[1], string]>([
    ['nhiều ý kiến hơn người dự', { present: 3, yes: 4 }, {}, 'COUNTS_INVALID'],
    ['nhiều người dự hơn thành viên', { present: 18, yes: 9 }, {}, 'COUNTS_INVALID'],
    ['số âm', { present: 3, yes: -1 }, {}, 'COUNTS_INVALID'],
    ['người chủ trì nói điều không ai nói', present(9), { chair: 'no' }, 'COUNTS_INVALID'],
    ['người chủ trì nói điều không có', present(9), { chair: 'maybe' }, 'COUNTS_INVALID'],
    ['tên và số không khớp', present(2), { names: { 'uv-1': 'yes', 'uv-2': 'no' } }, 'COUNTS_INVALID'],
    ['tên người ngoài danh sách', present(1), { names: { 'stc-truong': 'yes' } }, 'COUNTS_INVALID'],
    ['biên bản không có trong hồ sơ', present(9), { document: 'khac' }, 'DOCUMENT_NOT_FOUND'],
    ['hội nghị không có hồ sơ này trong chương trình', present(9), { meeting: 'hn-1' }, 'NOT_ON_AGENDA'],
  ])('từ chối: %s', (_name, counts, more, code) => {
    expect(refusedWith(new VoteRoom(MEETING).record(counts, more))).toBe(code);
  });

  test('tên và số khớp nhau thì ghi được', () => {
    const room = new VoteRoom(MEETING);
    expect(refusedWith(room.record(present(1, 1), { names: { 'uv-1': 'yes', 'uv-2': 'no' } }))).toBeNull();
  });

  test('bỏ phiếu kín tại hội nghị thì không ghi tên', () => {
    expect(refusedWith(new VoteRoom({ ...MEETING, rule: { ballot: 'secret' } }).record(present(1), { names: { 'uv-1': 'yes' } }))).toBe('COUNTS_INVALID');
  });

  test('người đã nhập không tự xác nhận, người ngoài văn phòng cũng không', () => {
    const room = new VoteRoom(MEETING);
    room.must(room.record(present(9)));
    expect([RECORDER, 'uv-1', 'btctu-truong', CONFIRMER].map((p) => refusedWith(room.confirm(p)))).toEqual(['SAME_PERSON', 'NOT_ALLOWED', 'NOT_ALLOWED', null]);
  });

  test('nhập lại thì bản chưa xác nhận không còn', () => {
    const room = new VoteRoom(MEETING);
    room.must(room.record(present(9)));
    room.must(room.record(present(3, 6)));
    expect(room.case.proposals).toHaveLength(1);
    room.must(room.confirm());
    expect(room.outcome).toBe('rejected');
  });

  test('biểu quyết đã khép thì không xác nhận được nữa', () => {
    const room = new VoteRoom(MEETING);
    room.must(room.record(present(9)));
    const proposed = room.case.proposals;
    room.must(callOff(room.case, room.route, { step: room.step.id, reason: 'MẪU' }, room.as('vptu-pho')));
    room.case = { ...room.case, proposals: proposed };
    expect(refusedWith(room.confirm())).toBe('PROPOSAL_STALE');
  });
});

describe('Chương trình hội nghị · an agenda', () => {
  const place = (room: VoteRoom, person: string, meeting = 'hn-1'): ReturnType<typeof placeOnAgenda> => placeOnAgenda(room.case, room.route, { meeting, step: room.step.id }, room.as(person));

  test('văn phòng đưa vào, mỗi lúc một chương trình', () => {
    const room = new VoteRoom(MEETING);
    expect(refusedWith(place(room, 'btctu-truong'))).toBe('NOT_ALLOWED');
    room.must(place(room, 'vptu-pho'));
    expect(refusedWith(place(room, 'vptu-pho', 'hn-2'))).toBe('NOT_ALLOWED');
    room.must(room.record(present(9)));
    expect((room.case.proposals[0]?.params as { meeting: string }).meeting).toBe('hn-1');
  });

  test('lấy phiếu bằng văn bản thì không đưa ra hội nghị', () => {
    expect(refusedWith(place(new VoteRoom(), 'vptu-pho'))).toBe('OUTCOME_NOT_POSSIBLE');
  });

  test('hoãn sang hội nghị khác, có lý do', () => {
    const room = new VoteRoom(MEETING);
    const off = (reason: string | null, meeting = 'hn-1'): ReturnType<typeof putOff> => putOff(room.case, room.route, { meeting, step: room.step.id, reason, to: 'hn-2' }, room.as('vptu-pho'));
    expect(refusedWith(off('MẪU'))).toBe('NOT_ON_AGENDA');
    room.must(place(room, 'vptu-pho'));
    expect(refusedWith(off(null))).toBe('REASON_REQUIRED');
    const facts: readonly Fact[] = room.must(off('MẪU'));
    expect(facts.map((f) => f.type)).toEqual(['agenda.putOff', 'agenda.placed']);
    expect(room.case.agenda).toEqual([{ meeting: 'hn-2', step: room.step.id }]);
  });
});
