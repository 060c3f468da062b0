import { assertNever } from '../result.ts';
import type { BothWords } from '../votes/both-words.ts';
import type { Standing, StandingName } from './standing.ts';

/** The names of standings, as a heading or a filter shows them. */
export const STANDING_NAMES: Readonly<Record<StandingName, BothWords>> = {
  onTime: { vi: 'trong hạn', en: 'on time' },
  soon: { vi: 'sắp đến hạn', en: 'due soon' },
  due: { vi: 'đến hạn', en: 'due' },
  late: { vi: 'quá hạn', en: 'late' },
  beforeLeaders: { vi: 'đang trình', en: 'before leaders' },
  paused: { vi: 'tạm dừng', en: 'suspended' },
};

/** What a standing says on screen: "quá hạn 3 ngày làm việc", "đang trình từ 28/6 (11 ngày làm việc)". The year stands where it is not this one. */
export function standingWords(s: Standing): BothWords {
  switch (s.is) {
    case 'late': return s.workingDays === 0 ? STANDING_NAMES.late : { vi: `quá hạn ${s.workingDays} ngày làm việc`, en: `${workingDays(s.workingDays)} late` };
    case 'due': return s.end === s.today ? { vi: 'đến hạn hôm nay', en: 'due today' } : { vi: `đến hạn ${dayVi(s.end, s.today)}`, en: `due on ${dayEn(s.end, s.today)}` };
    case 'soon': return { vi: `sắp đến hạn, còn ${s.workingDays} ngày làm việc`, en: `due soon, ${workingDays(s.workingDays)} left` };
    case 'onTime': return { vi: `còn ${s.workingDays} ngày làm việc`, en: `${workingDays(s.workingDays)} left` };
    case 'beforeLeaders': return { vi: `đang trình từ ${dayVi(s.since, s.today)} (${s.workingDays} ngày làm việc)`, en: `before leaders since ${dayEn(s.since, s.today)} (${workingDays(s.workingDays)})` };
    case 'paused': return { vi: `tạm dừng đến ${dayVi(s.until, s.today)}`, en: `suspended until ${dayEn(s.until, s.today)}` };
    default: return assertNever(s);
  }
}

const workingDays = (n: number): string => `${n} working ${n === 1 ? 'day' : 'days'}`;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `28/6`, and `28/6/2021` in another year than `today` is. */
export function dayVi(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}${day.slice(0, 4) === today.slice(0, 4) ? '' : `/${year}`}`;
}

/** `28 June`, and `28 June 2021` in another year than `today` is. */
export function dayEn(day: string, today: string): string {
  const [year, month = 1, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1]}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year}`}`;
}
