import fc from 'fast-check';
import { arithmeticSentence, tallyPeople, tallyVote, type Arithmetic, type ConsultArithmetic, type Counts, type VoteRule } from '@totrinh/domain';
import { anyRule, ballotSeats, chairOf, countSeats, meetingSeats } from './seat-by-seat.ts';

const RULE: VoteRule = { base: 'members', approve: '> 1/2', quorum: 'none', tie: 'fail', ballot: 'open', abstain: 'cast', close: 'atDue' };
const MEMBERS = { members: { vi: 'Ủy viên', en: 'members' } };
const UNITS = { members: { vi: 'cơ quan', en: 'units' } };
const counts = (members: number, present: number, yes: number, no = 0, other = 0, abstain = 0): Counts => ({ members, present, yes, no, other, abstain });
const consult = (over: Partial<ConsultArithmetic>): ConsultArithmetic => ({ kind: 'consult', asked: 18, consent: 12, object: 2, other: 1, unanswered: 3, enough: null, closed: 'due', silence: 'unanswered', ...over });
const said = (rule: Parameters<typeof tallyPeople>[0], seats: number, ...outcomes: string[]): Arithmetic | undefined => tallyPeople(rule, seats, outcomes, ['approved', 'approvedSubjectTo', 'rejected', 'returned'])?.arithmetic;

const VOTES: readonly (readonly [string, Arithmetic | null, string, string])[] = [
  ['quá nửa tổng số', tallyVote(RULE, 'meeting', counts(17, 17, 9, 8), 'meeting', 'no'),
    '9/17 Ủy viên tán thành; cần quá nửa tổng số (9): thông qua. Còn lại: 8 không tán thành.',
    '9 of 17 members in favour; more than half of all members (9) needed: approved. The rest: 8 against.'],
  ['mọi người tán thành: không còn gì phải kể', tallyVote(RULE, 'meeting', counts(17, 17, 17), 'meeting', 'yes'),
    '17/17 Ủy viên tán thành; cần quá nửa tổng số (9): thông qua.',
    '17 of 17 members in favour; more than half of all members (9) needed: approved.'],
  ['đủ người dự, có ý kiến khác, không biểu quyết, vắng mặt, điều chỉnh danh sách', tallyVote({ ...RULE, quorum: '2/3' }, 'meeting', counts(17, 14, 8, 3, 1, 2), 'meeting', 'yes', { added: 1, removed: 1 }),
    '8/17 Ủy viên tán thành; cần quá nửa tổng số (9): chưa thông qua. Còn lại: 3 không tán thành · 1 ý kiến khác · 2 không biểu quyết · 3 vắng mặt hoặc không có ý kiến. Có mặt 14/17, cần từ hai phần ba tổng số (12): đủ. Đã điều chỉnh danh sách: thêm 1, bớt 1.',
    '8 of 17 members in favour; more than half of all members (9) needed: rejected. The rest: 3 against · 1 another opinion · 2 abstaining · 3 absent or without a vote. 14 of 17 present, at least two thirds of all (12) needed: met. Roster corrected: 1 added, 1 removed.'],
  ['thiếu người dự', tallyVote({ ...RULE, quorum: '2/3' }, 'meeting', counts(21, 13, 13), 'meeting', 'yes'),
    '13/21 Ủy viên tán thành; cần quá nửa tổng số (11): không đủ số người dự, chưa quyết định được. Còn lại: 8 vắng mặt hoặc không có ý kiến. Có mặt 13/21, cần từ hai phần ba tổng số (14): không đủ.',
    '13 of 21 members in favour; more than half of all members (11) needed: lapsed, too few attended to decide. The rest: 8 absent or without a vote. 13 of 21 present, at least two thirds of all (14) needed: not met.'],
  ['ngang nhau theo phía người chủ trì', tallyVote({ ...RULE, tie: 'chair' }, 'meeting', counts(20, 20, 10, 10), 'meeting', 'yes'),
    '10/20 Ủy viên tán thành; cần quá nửa tổng số (11): thông qua. Còn lại: 10 không tán thành. Ngang nhau (10/20): theo phía người chủ trì (tán thành).',
    '10 of 20 members in favour; more than half of all members (11) needed: approved. The rest: 10 against. A tie (10 of 20): decided by the side of the chair (in favour).'],
  ['ngang nhau và người chủ trì có ý kiến khác', tallyVote({ ...RULE, tie: 'chair' }, 'written', counts(4, 4, 2, 1, 1), 'due', 'other', { added: 0, removed: 2 }),
    '2/4 Ủy viên đồng ý; cần quá nửa tổng số (3): chưa thông qua. Còn lại: 1 không đồng ý · 1 ý kiến khác. Ngang nhau (2/4): theo phía người chủ trì (ý kiến khác). Đã điều chỉnh danh sách: bớt 2.',
    '2 of 4 members in favour; more than half of all members (3) needed: rejected. The rest: 1 against · 1 another opinion. A tie (2 of 4): decided by the side of the chair (not in favour). Roster corrected: 2 removed.'],
  ['phiếu lấy ý kiến hết hạn', tallyVote({ ...RULE, approve: '> 2/3', quorum: '1/2' }, 'written', counts(17, 10, 8, 0, 2), 'due', null),
    '8/17 Ủy viên đồng ý; cần quá hai phần ba tổng số (12): hết thời hạn, chưa có kết quả. Còn lại: 2 ý kiến khác · 7 không gửi phiếu. Gửi phiếu 10/17, cần từ một nửa tổng số (9): đủ.',
    '8 of 17 members in favour; more than two thirds of all members (12) needed: lapsed without a decision. The rest: 2 other opinions · 7 sent no ballot. 10 of 17 sent a ballot, at least half of all (9) needed: met.'],
  ['số có mặt', tallyVote({ ...RULE, base: 'present', approve: '>= 2/3' }, 'meeting', counts(20, 12, 8, 4), 'meeting', null),
    '8/12 Ủy viên có mặt tán thành; cần từ hai phần ba số có mặt (8): thông qua. Còn lại: 4 không tán thành · 8 vắng mặt hoặc không có ý kiến.',
    '8 of 12 members present in favour; at least two thirds of the members present (8) needed: approved. The rest: 4 against · 8 absent or without a vote.'],
  ['số phiếu không kể phiếu trắng, phần lẻ đọc bằng số', tallyVote({ ...RULE, base: 'cast', approve: '>= 3/5', abstain: 'notCast' }, 'electronic', counts(12, 12, 6, 4, 0, 2), 'due', null),
    '6/10 phiếu đồng ý; cần từ 3/5 số phiếu (6): thông qua. Còn lại: 4 không đồng ý · 2 phiếu trắng (không tính).',
    '6 of 10 ballots cast in favour; at least 3/5 of the ballots cast (6) needed: approved. The rest: 4 against · 2 abstaining (not counted).'],
  ['nhất trí', tallyVote({ ...RULE, approve: '>= 1/1' }, 'meeting', counts(7, 7, 7), 'meeting', null),
    '7/7 Ủy viên tán thành; cần 100% tổng số (7): thông qua.',
    '7 of 7 members in favour; 100% of all members (7) needed: approved.'],
];

describe('Số học in kèm quyết định · the arithmetic printed with a decision', () => {
  test.each(VOTES)('biểu quyết: %s', (_name, arithmetic, vi, en) => {
    expect(arithmeticSentence(arithmetic!, MEMBERS)).toEqual({ vi, en });
  });

  test.each([
    ['bất kỳ ai', said('any', 3, 'approved'), '1 đồng ý (trên 3 Ủy viên); ý kiến đầu tiên là kết quả: đồng ý.', '1 approved (of 3 members); the first decision settles: approved.'],
    ['tất cả', said('all', 5, 'approved', 'approved', 'returned'), '2 đồng ý · 1 chuyển lại để hoàn thiện (trên 5 Ủy viên); cần tất cả (5): chuyển lại để hoàn thiện.', '2 approved · 1 returned (of 5 members); all (5) needed: returned.'],
    ['lần lượt', said('sequence', 2, 'approved', 'rejected'), '1 đồng ý · 1 không đồng ý (trên 2 Ủy viên); cần tất cả, lần lượt từng người (2): không đồng ý.', '1 approved · 1 rejected (of 2 members); all (2) needed, one after another: rejected.'],
    ['ít nhất', said({ atLeast: 2 }, 3, 'approved', 'approvedSubjectTo'), '1 đồng ý · 1 đồng ý, giao hoàn thiện (trên 3 Ủy viên); cần ít nhất 2: đồng ý, giao hoàn thiện.', '1 approved · 1 approved subject to demands (of 3 members); at least 2 needed: approved subject to demands.'],
  ])('nhiều người: %s', (_name, arithmetic, vi, en) => {
    expect(arithmeticSentence(arithmetic!, MEMBERS)).toEqual({ vi, en });
  });

  test.each([
    ['hết hạn', consult({}), '12 đồng ý · 2 không đồng ý · 1 ý kiến khác · 3 không trả lời trong hạn (trên 18 cơ quan được lấy ý kiến).', '12 consent · 2 object · 1 another opinion · 3 did not answer in time (of 18 units asked).'],
    ['im lặng là đồng ý chỉ khi văn bản đã nêu', consult({ silence: 'consent' }), '12 đồng ý · 2 không đồng ý · 1 ý kiến khác · 3 không trả lời trong hạn (coi như đồng ý, theo văn bản lấy ý kiến) (trên 18 cơ quan được lấy ý kiến).', '12 consent · 2 object · 1 another opinion · 3 did not answer in time (taken as consent, as the request said) (of 18 units asked).'],
    ['đã đủ thì người chưa trả lời không phải là trễ, cũng không phải là đồng ý', consult({ closed: 'enough', enough: 15, silence: 'consent' }), '12 đồng ý · 2 không đồng ý · 1 ý kiến khác · 3 chưa trả lời khi kết thúc (trên 18 cơ quan được lấy ý kiến). Đã đủ số ý kiến cần có (15).', '12 consent · 2 object · 1 another opinion · 3 had not answered when it closed (of 18 units asked). Enough answers (15) came in.'],
    ['kết thúc sớm', consult({ closed: 'early', object: 0, other: 2, unanswered: 4 }), '12 đồng ý · 2 ý kiến khác · 4 chưa trả lời khi kết thúc (trên 18 cơ quan được lấy ý kiến). Kết thúc trước thời hạn.', '12 consent · 2 other opinions · 4 had not answered when it closed (of 18 units asked). Closed before its date.'],
    ['mọi cơ quan đã trả lời', consult({ closed: 'allAnswered', consent: 18, object: 0, other: 0, unanswered: 0 }), '18 đồng ý (trên 18 cơ quan được lấy ý kiến).', '18 consent (of 18 units asked).'],
    ['không hỏi cơ quan nào', consult({ asked: 0, closed: 'allAnswered', consent: 0, object: 0, other: 0, unanswered: 0 }), '0 ý kiến (trên 0 cơ quan được lấy ý kiến).', '0 answers (of 0 units asked).'],
  ])('lấy ý kiến: %s', (_name, arithmetic, vi, en) => {
    expect(arithmeticSentence(arithmetic, UNITS)).toEqual({ vi, en });
  });

  test('mọi con số làm nên kết quả đều có trong câu, và hai ngôn ngữ nói cùng những con số', () => {
    const votes = fc.oneof(
      fc.record({ rule: anyRule, seats: meetingSeats, mode: fc.constant('meeting' as const), end: fc.constant('meeting' as const) }),
      fc.record({ rule: anyRule, seats: ballotSeats, mode: fc.constantFrom('written' as const, 'electronic' as const), end: fc.constant('due' as const) }),
    );
    fc.assert(fc.property(votes, fc.nat(3), fc.nat(3), ({ rule, seats, mode, end }, added, removed) => {
      const a = tallyVote(rule, mode, countSeats(seats), end, chairOf(seats), { added, removed })!;
      const { vi, en } = arithmeticSentence(a, MEMBERS);
      const figures = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number).sort((x, y) => x - y);
      const wanted = [a.yes, a.of, a.need, ...[a.no, a.other, a.abstain, a.silent, added, removed].filter((n) => n > 0), ...(a.quorum ? [a.present, a.members, a.quorum.need] : [])];
      const left = figures(vi);
      for (const figure of wanted) {
        const at = left.indexOf(figure);
        expect({ figure, found: at >= 0, vi }).toEqual({ figure, found: true, vi });
        left.splice(at, 1);
      }
      expect(figures(en)).toEqual(figures(vi));
    }), { numRuns: 2000 });
  });
});
