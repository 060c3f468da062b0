const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** Whether each word of the search begins a word of the texts, accents or not. */
export function fits(search: string, texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u));
  return plain(search).split(/\s+/).filter(Boolean).every((asked) => words.some((word) => word.startsWith(asked)));
}
