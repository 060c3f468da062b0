/** Where the tone mark of an open "oa, oe, uy" stands: `new` "hoà, khoẻ, uỷ" or `old` "hòa, khỏe, ủy". The catalogues are written in `old`. */
export type ToneStyle = 'old' | 'new';

const MARKS: Readonly<Record<string, string>> = {
  òa: 'oà', óa: 'oá', ỏa: 'oả', õa: 'oã', ọa: 'oạ', òe: 'oè', óe: 'oé', ỏe: 'oẻ', õe: 'oẽ', ọe: 'oẹ', ùy: 'uỳ', úy: 'uý', ủy: 'uỷ', ũy: 'uỹ', ụy: 'uỵ',
};
// Only at the end of a syllable, since "hoàn" and "huỳnh" are written alike in both styles; after q the u is no vowel ("quý").
const OPEN = /(?<![qQ])([òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ])([aeyAEY])(?!\p{L})/gu;

/** A text of the catalogue in the style a person has chosen. Names and texts of the record are never rewritten. */
export function inToneStyle(text: string, style: ToneStyle): string {
  if (style === 'old') return text;
  return text.normalize('NFC').replace(OPEN, (pair, first: string, second: string) => {
    const moved = MARKS[pair.toLowerCase()];
    if (moved === undefined) return pair;
    const [a = '', b = ''] = moved;
    return (first === first.toUpperCase() ? a.toUpperCase() : a) + (second === second.toUpperCase() ? b.toUpperCase() : b);
  });
}
