import { correctRoster, type Fact, type Result, type RosterCommand } from '@totrinh/domain';
import { refusedWith, seatOfMember, VoteRoom, type RoomGiven } from './vote-room.ts';

const SECRET: RoomGiven = { mode: 'electronic', rule: { ballot: 'secret' } };

/** The body as it is today: these members, whoever they were when the vote opened. */
function sitting(room: VoteRoom, ...members: readonly number[]): VoteRoom {
  room.directory.appointments = [...room.directory.appointments.filter((a) => a.body !== 'ban-thuong-vu' || a.role === 'signer'), ...members.map((n) => seatOfMember(n))];
  return room;
}

function correct(room: VoteRoom, given: Partial<RosterCommand> = {}, person = 'vptu-pho'): Result<Fact[]> {
  const command = { step: room.step.id, document: room.case.documents[1]!.id, reason: 'MẪU lý do', ...given };
  return correctRoster(room.case, room.route, command, room.directory.ask({ kind: 'body', body: 'ban-thuong-vu' }), room.as(person));
}

const names = (room: VoteRoom): string[] => room.step.roster!.map((a) => a.person);

describe('Điều chỉnh danh sách thành viên · a corrected roster', () => {
  test('người mới được thêm, có phiếu của mình, và cơ sở tính thay đổi', () => {
    const room = sitting(new VoteRoom().say('yes', 'yes', 'yes'), 1, 2, 3, 4, 5, 6);
    room.must(correct(room));
    room.move();
    expect(names(room)).toEqual(['uv-1', 'uv-2', 'uv-3', 'uv-4', 'uv-5', 'uv-6']);
    room.casts('uv-6', 'yes');
    room.due();
    expect(room.arithmetic).toMatchObject({ members: 6, need: 4, yes: 4, outcome: 'approved', corrections: { added: 1, removed: 0 } });
    expect(room.arithmetic).toEqual(room.recount());
  });

  test('người thôi giữ chức không còn phiếu, kể cả phiếu đã gửi', () => {
    const room = sitting(new VoteRoom().say('yes', 'yes', 'yes'), 1, 2, 4, 5);
    const facts = room.must(correct(room));
    expect(facts.filter((f) => f.type === 'decision.voided')).toHaveLength(1);
    room.due();
    expect(room.arithmetic).toMatchObject({ members: 4, yes: 2, need: 3, outcome: 'lapsed', corrections: { added: 0, removed: 1 } });
    expect(room.arithmetic).toEqual(room.recount());
  });

  test('việc của người thôi giữ chức khép lại và họ không bỏ được phiếu nữa', () => {
    const room = sitting(new VoteRoom(), 1, 2, 3, 4);
    room.must(correct(room));
    expect(refusedWith(room.tryCast('uv-5', 'yes'))).toBe('TASK_CLOSED');
  });

  test('khép sớm: bớt người có thể quyết ngay', () => {
    const room = sitting(new VoteRoom({ rule: { close: 'early' } }).say('yes', 'yes', 'no'), 1, 2, 3);
    expect(room.outcome).toBeNull();
    room.must(correct(room));
    expect(room.outcome).toBe('approved');
  });

  test('khép sớm: thêm người thì chưa quyết được nữa', () => {
    const room = sitting(new VoteRoom({ members: 4, rule: { close: 'early' } }).say('yes', 'yes'), 1, 2, 3, 4, 5);
    room.must(correct(room));
    room.move();
    expect(room.outcome).toBeNull();
    room.casts('uv-5', 'yes');
    expect(room.outcome).toBe('approved');
  });

  test('phiếu kín đã vào hòm thì người ấy không bớt được, người chưa bỏ thì được', () => {
    const room = new VoteRoom(SECRET).say('yes');
    expect(refusedWith(correct(sitting(room, 2, 3, 4, 5)))).toBe('MEMBER_HAS_CAST');
    expect(refusedWith(correct(sitting(room, 1, 3, 4, 5)))).toBeNull();
  });

  test('ai được bổ nhiệm lại thì bỏ phiếu theo chức vụ mới', () => {
    const room = new VoteRoom();
    room.directory.appointments = room.directory.appointments.map((a) => (a.person === 'uv-2' ? { ...a, appointment: 'uv-2@moi' } : a));
    expect(refusedWith(room.tryCast('uv-2', 'yes'))).toBe('NOT_ALLOWED');
    room.must(correct(room));
    expect(refusedWith(room.tryCast('uv-2', 'yes'))).toBeNull();
    expect(room.step.corrected).toEqual({ added: 0, removed: 0 });
  });

  test('hội nghị: kết quả đã nhập theo danh sách cũ phải nhập lại', () => {
    const room = new VoteRoom({ mode: 'meeting' });
    room.must(room.record({ present: 3, yes: 3 }));
    room.must(correct(sitting(room, 1, 2, 3, 4), { document: null }));
    expect(refusedWith(room.confirm())).toBe('PROPOSAL_STALE');
    room.must(room.record({ present: 3, yes: 3 }));
    room.must(room.confirm());
    expect(room.arithmetic).toMatchObject({ members: 4, corrections: { added: 0, removed: 1 } });
    expect(room.case.pending.map((p) => p.path)).toEqual(['thong-bao']);
  });

  test.each<[string, Partial<RosterCommand>, string, number[], string]>([
    ['không có gì thay đổi', {}, 'vptu-pho', [1, 2, 3, 4, 5], 'NOT_INCUMBENT'],
    ['không còn ai', {}, 'vptu-pho', [], 'NOT_INCUMBENT'],
    ['không phải văn phòng', {}, 'btctu-truong', [1, 2], 'NOT_ALLOWED'],
    ['không có văn bản', { document: null }, 'vptu-pho', [1, 2], 'DOCUMENT_NOT_FOUND'],
    ['văn bản của hồ sơ khác', { document: 'khac' }, 'vptu-pho', [1, 2], 'DOCUMENT_NOT_FOUND'],
    ['không nói lý do', { reason: null }, 'vptu-pho', [1, 2], 'REASON_REQUIRED'],
    ['không có cuộc biểu quyết ấy', { step: 'khac' }, 'vptu-pho', [1, 2], 'STEP_NOT_FOUND'],
  ])('từ chối: %s', (_name, given, person, members, code) => {
    expect(refusedWith(correct(sitting(new VoteRoom(), ...members), given, person))).toBe(code);
  });

  test('đã khép thì không điều chỉnh nữa; người mới chưa có việc thì chờ chuyển bước', () => {
    const room = sitting(new VoteRoom(), 1, 2, 3, 4, 5, 6);
    room.must(correct(room));
    expect(refusedWith(correct(sitting(room, 1, 2)))).toBe('STILL_MOVING');
    room.move();
    room.due();
    expect(refusedWith(correct(room))).toBe('STEP_NOT_FOUND');
  });
});
