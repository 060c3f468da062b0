import { preferences } from '../words/preferences.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, day: 'numeric', month: 'numeric', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const WEEKDAY = { vi: new Intl.DateTimeFormat('vi', { weekday: 'long', timeZone: ZONE }), en: new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: ZONE }) };

/** An instant or a day (`2022-07-13`) as `13/7/2022`, by the office's clock, in both languages. */
export function day(at: string | Date): string {
  if (typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)) {
    const [y, m, d] = at.split('-').map(Number);
    return `${d}/${m}/${y}`;
  }
  const [m, d, y] = DAY.format(new Date(at)).split('/');
  return `${d}/${m}/${y}`;
}

/** The day of a due instant: a term that ends with a day ends at midnight, which is that day's and not the next one's. */
export const dueDay = (at: string | Date): string => day(new Date(new Date(at).getTime() - 1));

/** `13/7` of the office's day. */
export const shortDay = (at: string | Date): string => day(at).split('/').slice(0, 2).join('/');

/** `14:05` by the office's clock. */
export const time = (at: string | Date): string => TIME.format(new Date(at));

/** `14:05 13/7/2022`. */
export const dayTime = (at: string | Date): string => `${time(at)} ${day(at)}`;

/** `thứ tư`, `Wednesday`. */
export const weekday = (at: string | Date): string => WEEKDAY[preferences().language].format(new Date(at));

const grouped = (n: number, digits: number): string => {
  const [whole = '', part] = Math.abs(n).toFixed(digits).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${n < 0 ? '−' : ''}${text}${part === undefined ? '' : `,${part}`}`;
};

/** `5.030`; with digits `5.030,5`. As the office writes numbers, in both languages. */
export const number = (n: number, digits = 0): string => grouped(n, digits);

/** A share of 1 as `107,3%`. */
export const percent = (share: number, digits = 1): string => `${grouped(share * 100, digits)}%`;

/** A size in bytes as `1,4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${grouped(bytes / 1000, bytes < 10_000 ? 1 : 0)} kB` : `${grouped(bytes / 1_000_000, 1)} MB`;
}
