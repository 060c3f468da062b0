import { dayOf, daysOfMonth, isDayText, shiftDay } from './days.ts';

/** A term as a plan or programme writes it: its words, how exact they are, and its last day (`YYYY-MM-DD`; null for what is done every year, where no year is given). */
export interface PlanTerm {
  readonly text: string;
  readonly precision: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'years' | 'yearly';
  readonly lastDay: string | null;
}

interface Found { readonly precision: PlanTerm['precision']; readonly first: string | null; readonly lastDay: string | null }

const ROMAN = ['i', 'ii', 'iii', 'iv'];
/** What stands before a term and says no more than "by then". */
const PREFIX = /^(?:hoàn thành|xong|chậm nhất(?: là)?|muộn nhất(?: là)?|trong|vào|từ nay|đến|tới|hết|thời hạn|hạn|trình)\s*:?\s+/;
const YEAR = String.raw`(?:\s*(?:\/|,|-|năm)?\s*(?:năm\s+)?(\d{4}))?`;

/**
 * The term that words such as "Quý III/2022", "tháng 6/2022", "năm 2022", "hằng năm", "6 tháng đầu năm 2022" or "cuối năm 2022" mean; `year` for words that name none.
 * Of several periods the last counts; "trước …" ends on the day before. The beginning of a month is its first ten days and its middle the next ten; the beginning
 * of a quarter its first month and its middle the second; the beginning of a year its first quarter and its middle the first half. Null for words that name no term.
 */
export function planTerm(text: string, year?: number): PlanTerm | null {
  let words = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[–—]/g, '-').trim().replace(/[.;]$/, '');
  let before = false;
  for (;;) {
    const strict = words.replace(/^trước\s+/, '');
    before ||= strict !== words;
    const next = strict.replace(PREFIX, '');
    if (next === words) break;
    words = next;
  }
  const found = named(words, year);
  if (found === null || found.lastDay === null || !before) return found && { text, precision: found.precision, lastDay: found.lastDay };
  return found.first === null ? null : { text, precision: 'day', lastDay: shiftDay(found.first, -1) };
}

/** The forms in turn, from the narrowest. */
function named(words: string, year: number | undefined): Found | null {
  return aDay(words, year) ?? aMonth(words, year) ?? aQuarter(words, year) ?? someMonths(words, year) ?? aYear(words, year);
}

function aDay(words: string, year: number | undefined): Found | null {
  const [, date, month, named] = /^(?:ngày )?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(words) ?? /^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?$/.exec(words) ?? [];
  const day = /^\d{4}-\d{2}-\d{2}$/.test(words) ? words : date && month ? written(yearOf(named, year), Number(month), Number(date)) : null;
  return day !== null && isDayText(day) ? { precision: 'day', first: day, lastDay: day } : null;
}

function aMonth(words: string, year: number | undefined): Found | null {
  const found = new RegExp(String.raw`^(?:(đầu|giữa|cuối) )?(?:tháng\s*|t)(\d{1,2})(?:\s*(?:-|,|và|đến)\s*(?:tháng\s*)?(\d{1,2}))?${YEAR}$`).exec(words) ?? /^()(\d{1,2})()\/(\d{4})$/.exec(words);
  if (!found) return null;
  const [, part, from, to, named] = found;
  const [y, first, month] = [yearOf(named, year), Number(from), Number(to || from)];
  if (y === null || first < 1 || month > 12 || month < first) return null;
  const last = part === 'đầu' ? 10 : part === 'giữa' ? 20 : daysOfMonth(y, month);
  return { precision: part === 'đầu' || part === 'giữa' ? 'day' : 'month', first: dayOf(y, first, part === 'giữa' ? 11 : part === 'cuối' ? 21 : 1), lastDay: dayOf(y, month, last) };
}

function aQuarter(words: string, year: number | undefined): Found | null {
  const found = new RegExp(String.raw`^(?:(đầu|giữa|cuối) )?quý\s*(iv|i{1,3}|[1-4])(?:\s*(?:-|,|và|đến)\s*(?:quý\s*)?(iv|i{1,3}|[1-4]))?${YEAR}$`).exec(words);
  if (!found) return null;
  const [, part, from, to, named] = found;
  const [y, first, last] = [yearOf(named, year), quarterOf(from ?? ''), quarterOf(to ?? from ?? '')];
  if (y === null || last < first) return null;
  const month = last * 3 - (part === 'đầu' ? 2 : part === 'giữa' ? 1 : 0);
  const begin = first * 3 - (part === 'cuối' ? 0 : part === 'giữa' ? 1 : 2);
  return { precision: part === undefined || part === 'cuối' ? 'quarter' : 'month', first: dayOf(y, begin, 1), lastDay: dayOf(y, month, daysOfMonth(y, month)) };
}

/** "6 tháng đầu năm 2022", "9 tháng đầu năm", "6 tháng cuối năm". */
function someMonths(words: string, year: number | undefined): Found | null {
  const [, months, part, named] = new RegExp(String.raw`^(\d{1,2}|sáu|ba|chín) tháng (đầu|cuối)(?: năm)?${YEAR}$`).exec(words) ?? [];
  const n = months === undefined ? 0 : (({ ba: 3, sáu: 6, chín: 9 } as Record<string, number>)[months] ?? Number(months));
  const y = yearOf(named, year);
  if (n < 1 || n > 12 || y === null) return null;
  const month = part === 'đầu' ? n : 12;
  return { precision: n === 6 ? 'half' : n === 3 ? 'quarter' : n === 12 ? 'year' : 'month', first: dayOf(y, part === 'đầu' ? 1 : 13 - n, 1), lastDay: dayOf(y, month, daysOfMonth(y, month)) };
}

function aYear(words: string, year: number | undefined): Found | null {
  if (/^(?:h[ằà]ng năm|thường xuyên|mỗi năm)$/.test(words)) return { precision: 'yearly', first: null, lastDay: year === undefined ? null : `${year}-12-31` };
  const [, begin, end] = /^(?:(?:giai đoạn|nhiệm kỳ|các năm|năm) )?(\d{4})\s*-\s*(\d{4})$/.exec(words) ?? [];
  if (begin && end) return end > begin ? { precision: 'years', first: `${begin}-01-01`, lastDay: `${end}-12-31` } : null;
  const [, part, , named] = /^(?:(đầu|giữa|cuối) )?(năm)? ?(\d{4})?$/.exec(words) ?? [];
  const y = words === '' ? null : yearOf(named, year);
  if (y === null) return null;
  if (part === 'đầu') return { precision: 'quarter', first: `${y}-01-01`, lastDay: `${y}-03-31` };
  if (part === 'giữa') return { precision: 'half', first: `${y}-04-01`, lastDay: `${y}-06-30` };
  return { precision: 'year', first: part === 'cuối' ? `${y}-10-01` : `${y}-01-01`, lastDay: `${y}-12-31` };
}

function quarterOf(text: string): number {
  return /^\d$/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1;
}

function yearOf(named: string | undefined, year: number | undefined): number | null {
  const y = named === undefined ? year : Number(named);
  return y !== undefined && y >= 1900 && y <= 2150 ? y : null;
}

function written(year: number | null, month: number, date: number): string | null {
  return year === null ? null : dayOf(year, month, date);
}
