const NARROW = new Set([..." .,:;!|'’ijltfrI()[]-/ỉịìíĩ"]);
const WIDE = new Set([...'mwMWƯĐÔƠĂÂÊ%@…&QOGCD']);

/** About how wide a text is in a usual sans-serif face, in pixels; rather too wide than too narrow. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const letter of text.normalize('NFC')) em += NARROW.has(letter) ? 0.34 : WIDE.has(letter) ? 0.82 : /\p{Lu}/u.test(letter) ? 0.7 : 0.57;
  return em * size * (bold ? 1.18 : 1);
}

/** Lines of at most `width` pixels, broken at spaces (a longer word inside), at most `most` of them; what is left out ends in `…`. */
export function wrapText(text: string, width: number, size: number, most: number, bold = false): string[] {
  const fits = (line: string): boolean => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/\s+/u).filter(Boolean).flatMap((one) => pieces(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) lines.push(line);
    line = line === '' || fits(longer) ? longer : word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/** A word that is too long for a line, cut where it must be, rather after a hyphen. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const letters = [...word];
  let until = letters.length - 1;
  while (until > 1 && !fits(letters.slice(0, until).join(''))) until--;
  const hyphen = letters.slice(0, until).lastIndexOf('-');
  const cut = hyphen > 0 ? hyphen + 1 : until;
  return [letters.slice(0, cut).join(''), ...pieces(letters.slice(cut).join(''), fits)];
}
