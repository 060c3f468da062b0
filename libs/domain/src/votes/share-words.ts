import { readShare } from './share.ts';
import type { BothWords } from './both-words.ts';

/** How shares of the trade are read aloud; others keep their figures. */
const READ: Readonly<Record<string, BothWords>> = {
  '1/2': { vi: 'một nửa', en: 'half' },
  '1/3': { vi: 'một phần ba', en: 'one third' },
  '2/3': { vi: 'hai phần ba', en: 'two thirds' },
  '3/4': { vi: 'ba phần tư', en: 'three quarters' },
  '1/1': { vi: '100%', en: '100%' },
};

/** A share in words, followed in Vietnamese and English by what it is a share of: `> 1/2` is “quá nửa”, “more than half of”. */
export function shareWords(share: string): BothWords {
  const { over, parts, whole } = readShare(share);
  const figures = `${parts}/${whole}`;
  const read = READ[figures] ?? { vi: figures, en: figures };
  if (over) return { vi: figures === '1/2' ? 'quá nửa' : `quá ${read.vi}`, en: `more than ${read.en} of` };
  return figures === '1/1' ? { vi: read.vi, en: `${read.en} of` } : { vi: `từ ${read.vi}`, en: `at least ${read.en} of` };
}
