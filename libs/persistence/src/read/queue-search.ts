/** Most words of one search that count. */
const MOST_WORDS = 8;

/** The words of a search, made safe for `like`: what is no character becomes a space, `%`, `_` and `\` stand for themselves. */
export function searchWords(text: string): string[] {
  const words = text.replace(/\p{C}/gu, ' ').split(/\s+/u).filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

/** Dossier `d` has every one of these words, accents and case aside, in its code, title, number or the name of its lead unit. `put` makes a parameter of a word. */
export function foundBy(words: readonly string[], put: (word: string, n: number) => string): string[] {
  return words.map((word, n) => {
    const like = `like '%' || totrinh.folded(${put(word, n)}) || '%'`;
    return `(d.search ${like} or d.lead_unit_id = any(array(select su.id from totrinh.unit su where su.search ${like})))`;
  });
}
