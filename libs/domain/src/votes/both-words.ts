/** A text in both languages. */
export interface BothWords {
  readonly vi: string;
  readonly en: string;
}

/** What the people of the body are called: Ủy viên · members, cơ quan · units, đồng chí · leaders. */
export interface ArithmeticNames {
  readonly members: BothWords;
}

/** “12 đồng ý · 2 không đồng ý”: those that are not zero, in their order. */
export function listed(rows: readonly (readonly [number, BothWords])[]): BothWords {
  const some = rows.filter(([n]) => n > 0);
  return { vi: some.map(([n, words]) => `${n} ${words.vi}`).join(' · '), en: some.map(([n, words]) => `${n} ${words.en}`).join(' · ') };
}

/** Sentences in a row; absent ones fall out. */
export function joined(sentences: readonly (BothWords | null)[]): BothWords {
  const told = sentences.filter((s) => s !== null);
  return { vi: told.map((s) => s.vi).join(' '), en: told.map((s) => s.en).join(' ') };
}
