import type { Due } from '../route/route.ts';
import type { SpecialDay } from '../calendar/calendar.ts';
import { assertNever } from '../result.ts';
import type { BothWords } from '../votes/both-words.ts';
import { officeDay } from './plain-days.ts';
import type { DueChange, DueExplanation } from './reckon.ts';
import { dayEn, dayVi } from './standing-words.ts';

/**
 * Căn cứ of a term in one sentence: what was given, from when it runs, which days it left out or moved from, what changed it since, and when it ends. Days
 * carry their year; a term that rests on planned days off, or ends beyond what the calendar knows, says so.
 */
export function dueWords(due: DueExplanation): BothWords {
  const parts = [start(due), ...leftOut(due), ...moved(due), ...due.changes.map(change), end(due), byCalendar(due.calendar), ...doubts(due)];
  return { vi: `${parts.map((p) => p.vi).join('; ')}.`, en: `${parts.map((p) => p.en).join('; ')}.` };
}

const day = (text: string): BothWords => ({ vi: dayVi(text, ''), en: dayEn(text, '') });
const many = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function start(due: DueExplanation): BothWords {
  const given = span(due.rule);
  if (due.from === 'date' || due.from === 'item') {
    const on = day(due.start);
    return due.from === 'date' ? { vi: `Hạn đã định: ${on.vi}`, en: `A date that was given: ${on.en}` } : { vi: `${given.vi} (${on.vi})`, en: `${given.en} (${on.en})` };
  }
  const on = day(officeDay(new Date(due.start)));
  return due.from === 'opening' ? { vi: `${given.vi} kể từ khi mở bước, ${on.vi}`, en: `${given.en} from the opening of the step on ${on.en}` } : { vi: `${given.vi} kể từ khi trình, ${on.vi}`, en: `${given.en} from the submission on ${on.en}` };
}

function span(rule: Due): BothWords {
  if ('days' in rule) return { vi: `${rule.days} ngày`, en: many(rule.days, 'day') };
  if ('workingDays' in rule) return { vi: `${rule.workingDays} ngày làm việc`, en: many(rule.workingDays, 'working day') };
  if ('hours' in rule) return { vi: `${rule.hours} giờ`, en: many(rule.hours, 'hour') };
  if ('workingHours' in rule) return { vi: `${rule.workingHours} giờ làm việc`, en: many(rule.workingHours, 'working hour') };
  if ('date' in rule) return day(rule.date);
  if ('by' in rule) {
    const less = rule.minus === undefined ? null : span(rule.minus);
    return { vi: less ? `Sớm hơn hạn của nội dung ${less.vi}` : 'Hạn của nội dung', en: less ? `${less.en} before the item’s deadline` : 'The item’s deadline' };
  }
  return assertNever(rule);
}

/** Days of a term of working days that were not counted, and days off on which people worked. */
function leftOut(due: DueExplanation): BothWords[] {
  const counts = 'workingDays' in due.rule || 'workingHours' in due.rule || ('by' in due.rule && due.rule.minus !== undefined && 'workingDays' in due.rule.minus);
  return counts ? leftOutWords(due) : [];
}

/** The same for any term of working days. */
export function leftOutWords(due: Pick<DueExplanation, 'days' | 'weekends'>): BothWords[] {
  const off = specialWords(due.days.filter((d) => d.kind === 'off'));
  const worked = specialWords(due.days.filter((d) => d.kind === 'work'));
  return [
    ...(due.weekends > 0 ? [{ vi: `không tính ${due.weekends} ngày nghỉ cuối tuần`, en: `${many(due.weekends, 'day')} of weekends not counted` }] : []),
    ...(off.length > 0 ? [{ vi: `không tính ${off.map((d) => d.vi).join(', ')}`, en: `not counted: ${off.map((d) => d.en).join(', ')}` }] : []),
    ...(worked.length > 0 ? [{ vi: `có tính ${worked.map((d) => d.vi).join(', ')}`, en: `counted: ${worked.map((d) => d.en).join(', ')}` }] : []),
  ];
}

/** Special days, those of one decision together, with their reason and its number, or that there is none yet. */
function specialWords(days: readonly SpecialDay[]): BothWords[] {
  const together = Map.groupBy(days, ({ reason, source, status }) => JSON.stringify([reason, source, status]));
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const why = [first.reason, ...(first.source === null ? [] : [first.source])];
    const planned = first.status === 'planned';
    return [{
      vi: `${same.map((d) => day(d.day).vi).join(', ')} (${[...why, ...(planned ? ['dự kiến'] : [])].join(', ')})`,
      en: `${same.map((d) => day(d.day).en).join(', ')} (${[...why, ...(planned ? ['planned'] : [])].join(', ')})`,
    }];
  });
}

/** That a term would have ended on a day off. */
export function moved({ movedFrom, end: to }: Pick<DueExplanation, 'movedFrom' | 'end'>): BothWords[] {
  if (movedFrom === null) return [];
  const from = day(movedFrom);
  if (to < movedFrom) return [{ vi: `${from.vi} là ngày nghỉ nên tính lùi về ngày làm việc trước đó`, en: `${from.en} is a day off, so it goes back to the working day before` }];
  return [{ vi: `${from.vi} là ngày nghỉ nên tính đến ngày làm việc kế tiếp`, en: `${from.en} is a day off, so it goes on to the next working day` }];
}

function change(c: DueChange): BothWords {
  const to = day(c.to);
  if (c.because === 'pause') return { vi: `tạm dừng từ ${day(c.from).vi} đến ${to.vi}`, en: `suspended from ${day(c.from).en} to ${to.en}` };
  return c.because === 'extension' ? { vi: `gia hạn đến ${to.vi}`, en: `extended to ${to.en}` } : { vi: `đổi sang ${to.vi}`, en: `moved to ${to.en}` };
}

function end(due: DueExplanation): BothWords {
  const last = day(due.end);
  return 'hours' in due.rule || 'workingHours' in due.rule ? { vi: `hạn trong ngày ${last.vi}`, en: `due on ${last.en}` } : { vi: `hạn hết ngày ${last.vi}`, en: `due by the end of ${last.en}` };
}

/** Which versions of the calendars were used. */
export function byCalendar(key: string): BothWords {
  return { vi: `theo lịch ${key}`, en: `by calendar ${key}` };
}

/** What may still change a term: days that are only planned, days that the calendar does not know. */
export function doubts(due: Pick<DueExplanation, 'planned' | 'beyond'>): BothWords[] {
  return [
    ...(due.planned ? [{ vi: 'có ngày nghỉ mới là dự kiến', en: 'rests on days off that are only planned' }] : []),
    ...(due.beyond ? [{ vi: 'vượt quá lịch làm việc đã có', en: 'ends beyond what the calendar knows' }] : []),
  ];
}
