import { countsAreSound, tallyVote, type Counts, type VoteRule } from '@totrinh/domain';
import { voteCases, type VoteCase } from './vote-cases.ts';

const PARTY: VoteRule = { base: 'members', approve: '> 1/2', quorum: 'none', tie: 'fail', ballot: 'open', abstain: 'cast', close: 'atDue' };
const COMMITTEE: VoteRule = { ...PARTY, quorum: '2/3', tie: 'chair' };
const counts = (members: number, yes: number, no = 0, other = 0, abstain = 0, present = yes + no + other + abstain): Counts => ({ members, present, yes, no, other, abstain });

describe('Kết quả biểu quyết của tập thể · a body’s result', () => {
  test.each(voteCases().map((c): [string, VoteCase] => [c.name, c]))('%s', (_name, c) => {
    expect(tallyVote(c.rule, c.mode, c.counts, c.end, c.chair)?.outcome ?? null).toBe(c.outcome);
  });

  test.each([
    ['> 1/2', 17, 9], ['> 1/2', 16, 9], ['> 1/2', 1, 1], ['>= 1/2', 17, 9], ['>= 1/2', 16, 8],
    ['>= 2/3', 9, 6], ['>= 2/3', 10, 7], ['> 2/3', 9, 7], ['> 2/3', 10, 7], ['>= 3/4', 10, 8], ['>= 1/1', 7, 7], ['>= 3333/9999', 500, 167],
  ])('%s của %d người cần %d người tán thành', (approve, members, need) => {
    expect(tallyVote({ ...PARTY, approve }, 'meeting', counts(members, 0), 'meeting', null)?.need).toBe(need);
  });

  test('số học giữ đủ con số để tính lại: cơ sở, số cần, số người dự, ai còn lại', () => {
    const corrections = { added: 1, removed: 2 };
    expect(tallyVote({ ...COMMITTEE, base: 'cast', abstain: 'notCast' }, 'meeting', counts(21, 8, 5, 1, 2, 17), 'meeting', 'yes', corrections)).toEqual({
      kind: 'vote', mode: 'meeting', base: 'cast', members: 21, present: 17, cast: 14, yes: 8, no: 5, other: 1, abstain: 2, silent: 5,
      of: 14, approve: '> 1/2', need: 8, quorum: { share: '2/3', need: 14, met: true }, tie: 'chair', chair: null, corrections, outcome: 'approved',
    });
  });

  test.each([
    ['tán thành thì thông qua', 'yes', counts(20, 10, 10), 'approved', 'yes'],
    ['không tán thành thì không', 'no', counts(20, 10, 10), 'rejected', 'no'],
    ['có ý kiến khác thì không', 'other', counts(20, 10, 9, 1), 'rejected', 'other'],
    ['không biểu quyết thì không quyết định gì', 'abstain', counts(20, 10, 9, 0, 1), 'rejected', null],
    ['thuộc đa số thì không phải quyết định', 'yes', counts(20, 11, 9), 'approved', null],
  ] as const)('người chủ trì được ghi là người quyết định chỉ khi ngang nhau: %s', (_name, chair, counted, outcome, decidedBy) => {
    expect(tallyVote(COMMITTEE, 'meeting', counted, 'meeting', chair)).toMatchObject({ outcome, chair: decidedBy });
  });

  test('ngang nhau mà còn phiếu chưa gửi: hết hạn, và không phải do người chủ trì', () => {
    expect(tallyVote({ ...COMMITTEE, quorum: 'none' }, 'written', counts(18, 9, 8), 'due', 'no')).toMatchObject({ outcome: 'lapsed', chair: null });
  });

  test('phiếu kín không kết thúc sớm, vì trước khi đóng không ai được biết số phiếu', () => {
    expect(tallyVote({ ...PARTY, close: 'early', ballot: 'secret' }, 'electronic', counts(17, 17), 'open', null)).toBeNull();
  });

  test.each<[string, VoteCase['mode'], Counts, boolean]>([
    ['đúng', 'meeting', counts(17, 9, 3, 1, 1, 15), true],
    ['dự đông hơn danh sách', 'meeting', counts(17, 9, 3, 1, 1, 18), false],
    ['ý kiến nhiều hơn người dự', 'meeting', counts(17, 9, 3, 1, 1, 13), false],
    ['số âm', 'meeting', counts(17, 9, -1, 0, 0, 17), false],
    ['số lẻ', 'meeting', counts(17, 8.5, 8.5, 0, 0, 17), false],
    ['không phải số', 'meeting', counts(17, Number.NaN, 0, 0, 0, 17), false],
    ['bằng phiếu: người gửi phiếu là người có phiếu', 'written', counts(17, 9, 3), true],
    ['bằng phiếu: có mặt mà không có phiếu', 'written', counts(17, 9, 3, 0, 0, 13), false],
  ])('số liệu có thể có thật hay không: %s', (_name, mode, counted, sound) => {
    expect(countsAreSound(mode, counted)).toBe(sound);
    const count = (): unknown => tallyVote(PARTY, mode, counted, 'meeting', null);
    if (sound) expect(count()).not.toBeNull();
    else expect(count).toThrow('counts that cannot be');
  });

  test('ý kiến của người chủ trì phải nằm trong số đã đếm', () => {
    expect(() => tallyVote(COMMITTEE, 'meeting', counts(20, 0, 20), 'meeting', 'yes')).toThrow("the chair's yes is not counted");
  });
});
