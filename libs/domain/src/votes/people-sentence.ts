import type { PeopleArithmetic } from './arithmetic.ts';
import { listed, type ArithmeticNames, type BothWords } from './both-words.ts';

const OUTCOMES: Readonly<Record<string, BothWords>> = {
  approved: { vi: 'đồng ý', en: 'approved' },
  approvedSubjectTo: { vi: 'đồng ý, giao hoàn thiện', en: 'approved subject to demands' },
  conditional: { vi: 'đồng ý có điều kiện', en: 'approved with conditions' },
  rejected: { vi: 'không đồng ý', en: 'rejected' },
  returned: { vi: 'chuyển lại để hoàn thiện', en: 'returned' },
};

/** “2 đồng ý · 1 chuyển lại để hoàn thiện (trên 5 Ủy viên); cần tất cả (5): chuyển lại để hoàn thiện.” */
export function peopleSentence(a: PeopleArithmetic, { members }: ArithmeticNames): BothWords {
  const said = listed(Object.entries(a.outcomes).map(([outcome, n]) => [n, wordsOf(outcome)]));
  const rule = ruleWords(a);
  const outcome = wordsOf(a.outcome);
  return { vi: `${said.vi} (trên ${a.seats} ${members.vi}); ${rule.vi}: ${outcome.vi}.`, en: `${said.en} (of ${a.seats} ${members.en}); ${rule.en}: ${outcome.en}.` };
}

/** An outcome that is none of these has its code for a name, so that nothing is hidden. */
function wordsOf(outcome: string): BothWords {
  return OUTCOMES[outcome] ?? { vi: outcome, en: outcome };
}

function ruleWords({ rule, need }: PeopleArithmetic): BothWords {
  switch (rule) {
    case 'any': return { vi: 'ý kiến đầu tiên là kết quả', en: 'the first decision settles' };
    case 'all': return { vi: `cần tất cả (${need})`, en: `all (${need}) needed` };
    case 'sequence': return { vi: `cần tất cả, lần lượt từng người (${need})`, en: `all (${need}) needed, one after another` };
    default: return { vi: `cần ít nhất ${need}`, en: `at least ${need} needed` };
  }
}
