/**
 * Whether a text has every word of what was looked for, whatever its accents, case and composition; nothing looked for is in every text. `words` is the parameter.
 * Vietnamese folding is the database's own, so that it is one for all searches.
 */
export function hasWords(text: string, words: string): string {
  return `(${words}::text is null or not exists (select 1 from regexp_split_to_table(totrinh.folded(${words}::text), '\\s+') as w(word) where position(w.word in totrinh.folded(${text})) = 0))`;
}
