import { assertNever } from '../result.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { ArithmeticNames, BothWords } from './both-words.ts';
import { consultSentence } from './consult-sentence.ts';
import { peopleSentence } from './people-sentence.ts';
import { voteSentence } from './vote-sentence.ts';

/**
 * The arithmetic as it is printed with the decision, each figure in it, so that a reader can count again:
 * “9/17 Ủy viên tán thành; cần quá nửa tổng số (9): thông qua.” · “9 of 17 members in favour; more than half of all members (9) needed: approved.”
 * Counts that are zero are left out, except those that the outcome rests on.
 */
export function arithmeticSentence(a: Arithmetic, names: ArithmeticNames): BothWords {
  switch (a.kind) {
    case 'vote': return voteSentence(a, names);
    case 'people': return peopleSentence(a, names);
    case 'consult': return consultSentence(a, names);
    default: return assertNever(a);
  }
}
