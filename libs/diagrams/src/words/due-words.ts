import type { Due } from '@totrinh/domain';
import type { Lang } from './lang.ts';

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
const days = (due: { days: number } | { workingDays: number }, lang: Lang): string => {
  if ('days' in due) return lang === 'vi' ? `${due.days} ngày` : count(due.days, 'day');
  return lang === 'vi' ? `${due.workingDays} ngày làm việc` : count(due.workingDays, 'working day');
};

/** A deadline in words; dates as the office writes them (13/7/2022). */
export function dueWords(due: Due, lang: Lang): string {
  const vi = lang === 'vi';
  if ('date' in due) {
    const [year, month, day] = due.date.split('-').map(Number);
    return vi ? `đến ${day}/${month}/${year}` : `by ${day}/${month}/${year}`;
  }
  if ('by' in due) {
    const before = due.minus ? (vi ? ` trước ${days(due.minus, lang)}` : `, less ${days(due.minus, lang)}`) : '';
    return vi ? `theo hạn của nhiệm vụ${before}` : `the item's deadline${before}`;
  }
  const from = due.from === 'submission' ? (vi ? ' từ khi trình' : ' from submission') : '';
  if ('workingHours' in due) return `${vi ? `${due.workingHours} giờ làm việc` : count(due.workingHours, 'working hour')}${from}`;
  return `${'hours' in due ? (vi ? `${due.hours} giờ` : count(due.hours, 'hour')) : days(due, lang)}${from}`;
}
