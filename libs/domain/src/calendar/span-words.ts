import { byCalendar, doubts, leftOutWords, moved } from '../deadlines/due-words.ts';
import { dayEn, dayVi } from '../deadlines/standing-words.ts';
import type { BothWords } from '../votes/both-words.ts';
import type { SpanAnswer, SpanUnit } from './checked-span.ts';

const UNITS: Readonly<Record<SpanUnit, BothWords>> = {
  days: { vi: 'ngày', en: 'day' }, workingDays: { vi: 'ngày làm việc', en: 'working day' }, workingHours: { vi: 'giờ làm việc', en: 'working hour' }, months: { vi: 'tháng', en: 'month' },
};

/** Căn cứ of an answer in one sentence: what was asked, which days were not counted and by which decisions, where it ends, by which calendar, and what is not sure yet. */
export function spanWords(answer: SpanAnswer): BothWords {
  const counted = answer.unit === 'workingDays' || answer.unit === 'workingHours';
  const parts = [asked(answer), ...(counted ? leftOutWords(answer) : []), ...moved(answer), byCalendar(answer.calendar), ...doubts(answer)];
  return { vi: `${parts.map((p) => p.vi).join('; ')}.`, en: `${parts.map((p) => p.en).join('; ')}.` };
}

function asked({ unit, count, from, before, end }: SpanAnswer): BothWords {
  const { vi, en } = UNITS[unit];
  const clock = from.slice(11);
  const start = { vi: `${clock === '' ? '' : `${clock} `}${dayVi(from.slice(0, 10), '')}`, en: `${dayEn(from.slice(0, 10), '')}${clock === '' ? '' : `, ${clock}`}` };
  const first = unit === 'workingHours' ? { vi: '', en: '' } : { vi: ' (không tính ngày đầu)', en: ' (the first day not counted)' };
  return {
    vi: `${count} ${vi} ${before ? 'trước' : 'kể từ'} ${start.vi}${first.vi}: ${dayVi(end, '')}`,
    en: `${count} ${en}${count === 1 ? '' : 's'} ${before ? 'before' : 'from'} ${start.en}${first.en}: ${dayEn(end, '')}`,
  };
}
