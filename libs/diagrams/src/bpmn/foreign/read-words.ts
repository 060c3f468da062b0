/** Lower case letters without accents; đ becomes d. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** A name as routes write it: lower case words joined by hyphens, at most 48 signs; '' where nothing is left. */
export const slug = (text: string): string => plain(text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')).replaceAll(/[^a-z0-9]+/g, '-').slice(0, 48).replaceAll(/^-+|-+$/g, '');

const RETURNED = /\b(return\w*|rework\w*|revis\w*|redo|send ?back|back|again|change\w*|tra lai|sua|bo sung|lam lai|hoan thien)\b/;
const REJECTED = /\b(reject\w*|refus\w*|deny|denied|declin\w*|disapprov\w*|no|not ok|tu choi|khong|chua)\b/;
const APPROVED = /\b(approv\w*|accept\w*|agree\w*|ok|yes|pass\w*|dong y|duyet|phe duyet|chap thuan|thong qua|dat)\b/;
/** `!approved`, `approved == false`, `not approved`: the word says yes, the sign says no. */
const DENIED = /!\s*\w|\bnot\b|={1,3}\s*["']?(false|no)\b|!={1,2}\s*["']?(true|yes)\b/;

/** What a flow after a decision stands for, by its words and its condition; null where neither says. */
export function outcomeOf(name: string, condition: string, goesBack: boolean): 'approved' | 'rejected' | 'returned' | null {
  const split = condition.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
  for (const text of [plain(name), plain(split)]) {
    if (RETURNED.test(text)) return 'returned';
    if (REJECTED.test(text) || (DENIED.test(text) && APPROVED.test(text))) return goesBack ? 'returned' : 'rejected';
    if (APPROVED.test(text)) return 'approved';
  }
  return null;
}

const DURATION = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?)?$/;

/** A deadline out of ISO 8601, as the route writes it; null where it is no plain number of days or hours, or a date. */
export function dueOf(text: string): { days: number } | { hours: number } | { date: string } | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { date: text.slice(0, 10) };
  const weeks = /^P(\d{1,3})W$/.exec(text);
  if (weeks) return { days: Number(weeks[1]) * 7 };
  const [, days, hours] = DURATION.exec(text) ?? [];
  const [d, h] = [Number(days ?? 0), Number(hours ?? 0)];
  if (d > 0 && h === 0) return { days: d };
  return d * 24 + h > 0 ? { hours: d * 24 + h } : null;
}

const COMPARED = /^([a-zA-Z][a-zA-Z0-9]{0,39})\s*(===?|=|!==?|>=|<=|>|<)\s*("[^"\\]*"|'[^'\\]*'|-?\d+(?:\.\d+)?|true|false)$/;
const FACT = /^(!|not )?\s*([a-zA-Z][a-zA-Z0-9]{0,39})$/;

/** A condition of another engine in CEL, with the fact that it asks for; null where it is more than one plain comparison. */
export function celOf(text: string): { cel: string; field: string; type: 'boolean' | 'number' | 'text' } | null {
  const body = text.trim().replace(/^[$#]\{(.*)\}$/s, '$1').replace(/^=(?!=)/, '').trim();
  const fact = FACT.exec(body);
  if (fact?.[2] !== undefined && fact[2] !== 'true' && fact[2] !== 'false') return { cel: `${fact[1] ? '!' : ''}case.${fact[2]}`, field: fact[2], type: 'boolean' };
  const [, field, sign, value] = COMPARED.exec(body) ?? [];
  if (field === undefined || sign === undefined || value === undefined) return null;
  const type = value === 'true' || value === 'false' ? 'boolean' : /^["']/.test(value) ? 'text' : 'number';
  const plainSign = sign.startsWith('!') ? '!=' : sign.startsWith('=') ? '==' : sign;
  if (type !== 'number' && plainSign !== '==' && plainSign !== '!=') return null;
  return { cel: `case.${field} ${plainSign} ${type === 'text' ? JSON.stringify(value.slice(1, -1)) : value}`, field, type };
}
