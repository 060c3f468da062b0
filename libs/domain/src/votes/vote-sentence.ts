import type { VoteArithmetic } from './arithmetic.ts';
import { joined, listed, type ArithmeticNames, type BothWords } from './both-words.ts';
import { shareWords } from './share-words.ts';

const OUTCOMES: Readonly<Record<VoteArithmetic['outcome'], BothWords>> = {
  approved: { vi: 'thông qua', en: 'approved' },
  rejected: { vi: 'chưa thông qua', en: 'rejected' },
  lapsed: { vi: 'hết thời hạn, chưa có kết quả', en: 'lapsed without a decision' },
};
const NO_QUORUM: BothWords = { vi: 'không đủ số người dự, chưa quyết định được', en: 'lapsed, too few attended to decide' };

/** Words of the trade: in a meeting members tán thành or not; in writing and on a screen they đồng ý or not. */
const IN_SESSION = { yes: 'tán thành', no: 'không tán thành', abstain: 'không biểu quyết', silent: { vi: 'vắng mặt hoặc không có ý kiến', en: 'absent or without a vote' } };
const IN_WRITING = { yes: 'đồng ý', no: 'không đồng ý', abstain: 'phiếu trắng', silent: { vi: 'không gửi phiếu', en: 'sent no ballot' } };

/** A body's result: the figures of the threshold first, then who else said what, quorum, tie and corrections of the roster. */
export function voteSentence(a: VoteArithmetic, names: ArithmeticNames): BothWords {
  return joined([result(a, names), others(a), quorum(a), tie(a), corrections(a)]);
}

function words(a: VoteArithmetic): typeof IN_SESSION {
  return a.mode === 'meeting' ? IN_SESSION : IN_WRITING;
}

function result(a: VoteArithmetic, names: ArithmeticNames): BothWords {
  const share = shareWords(a.approve);
  const base = baseWords(a, names);
  const outcome = a.mode === 'meeting' && a.outcome === 'lapsed' && a.quorum?.met === false ? NO_QUORUM : OUTCOMES[a.outcome];
  return {
    vi: `${a.yes}/${a.of} ${base.counted.vi} ${words(a).yes}; cần ${share.vi} ${base.whole.vi} (${a.need}): ${outcome.vi}.`,
    en: `${a.yes} of ${a.of} ${base.counted.en} in favour; ${share.en} ${base.whole.en} (${a.need}) needed: ${outcome.en}.`,
  };
}

function baseWords(a: VoteArithmetic, { members }: ArithmeticNames): { counted: BothWords; whole: BothWords } {
  const meeting = a.mode === 'meeting';
  switch (a.base) {
    case 'members': return { counted: members, whole: { vi: 'tổng số', en: `all ${members.en}` } };
    case 'present': return meeting
      ? { counted: { vi: `${members.vi} có mặt`, en: `${members.en} present` }, whole: { vi: 'số có mặt', en: `the ${members.en} present` } }
      : { counted: { vi: `${members.vi} gửi phiếu`, en: `${members.en} who sent a ballot` }, whole: { vi: 'số gửi phiếu', en: 'those who sent a ballot' } };
    case 'cast': return meeting
      ? { counted: { vi: 'ý kiến biểu quyết', en: 'votes cast' }, whole: { vi: 'số ý kiến biểu quyết', en: 'the votes cast' } }
      : { counted: { vi: 'phiếu', en: 'ballots cast' }, whole: { vi: 'số phiếu', en: 'the ballots cast' } };
  }
}

function others(a: VoteArithmetic): BothWords | null {
  const { no, abstain, silent } = words(a);
  const leftOut = a.base === 'cast' && a.cast < a.yes + a.no + a.other + a.abstain;
  const rows = listed([
    [a.no, { vi: no, en: 'against' }],
    [a.other, { vi: 'ý kiến khác', en: a.other === 1 ? 'another opinion' : 'other opinions' }],
    [a.abstain, { vi: leftOut ? `${abstain} (không tính)` : abstain, en: leftOut ? 'abstaining (not counted)' : 'abstaining' }],
    [a.silent, silent],
  ]);
  return rows.vi === '' ? null : { vi: `Còn lại: ${rows.vi}.`, en: `The rest: ${rows.en}.` };
}

function quorum(a: VoteArithmetic): BothWords | null {
  if (!a.quorum) return null;
  const share = shareWords(`>= ${a.quorum.share}`);
  const meeting = a.mode === 'meeting';
  return {
    vi: `${meeting ? 'Có mặt' : 'Gửi phiếu'} ${a.present}/${a.members}, cần ${share.vi} tổng số (${a.quorum.need}): ${a.quorum.met ? 'đủ' : 'không đủ'}.`,
    en: `${a.present} of ${a.members} ${meeting ? 'present' : 'sent a ballot'}, ${share.en} all (${a.quorum.need}) needed: ${a.quorum.met ? 'met' : 'not met'}.`,
  };
}

function tie(a: VoteArithmetic): BothWords | null {
  if (a.chair === null) return null;
  const inFavour = a.chair === 'yes';
  const { yes, no } = words(a);
  const side = a.chair === 'other' ? 'ý kiến khác' : inFavour ? yes : no;
  return { vi: `Ngang nhau (${a.yes}/${a.of}): theo phía người chủ trì (${side}).`, en: `A tie (${a.yes} of ${a.of}): decided by the side of the chair (${inFavour ? 'in favour' : 'not in favour'}).` };
}

function corrections({ corrections: { added, removed } }: VoteArithmetic): BothWords | null {
  const rows = [[added, 'thêm', 'added'], [removed, 'bớt', 'removed']] as const;
  const some = rows.filter(([n]) => n > 0);
  if (some.length === 0) return null;
  return { vi: `Đã điều chỉnh danh sách: ${some.map(([n, vi]) => `${vi} ${n}`).join(', ')}.`, en: `Roster corrected: ${some.map(([n, , en]) => `${n} ${en}`).join(', ')}.` };
}
