import { ok, refuse, type Result } from '../result.ts';
import { daysThatMatter, isBeyond, type DueExplanation } from '../deadlines/reckon.ts';
import { addWorkingDays, workingDayAt, type Calendar } from './calendar.ts';
import { addMonths, dayNumber, dayNumberAt, dayText, endOfDay, instantOn, isDayText, lastDayOf, shiftDay } from './days.ts';
import { addWorkingHours } from './hours.ts';

/** The units in which a term can be asked for. */
export const SPAN_UNITS = ['days', 'workingDays', 'workingHours', 'months'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** A question of a person: what lies so long after (or `before`) a day `YYYY-MM-DD`, or for working hours an instant `YYYY-MM-DDThh:mm` of the office's zone. One unit only. */
export interface AskedSpan extends Partial<Readonly<Record<SpanUnit, number>>> { readonly from: string; readonly before?: boolean }

/** The answer, with the days that decided it. */
export interface SpanAnswer extends Pick<DueExplanation, 'end' | 'calendar' | 'days' | 'weekends' | 'movedFrom' | 'planned' | 'beyond'> {
  readonly unit: SpanUnit;
  readonly count: number;
  readonly from: string;
  readonly before: boolean;
  /** Forward the end of the last day, or the minute of working time; back the day's beginning or that minute. */
  readonly at: Date;
}

/** The longest term that can be asked for: ten years of days, or a hundred and twenty months. */
const MOST = { days: 3650, workingDays: 3650, workingHours: 3650, months: 120 } as const satisfies Readonly<Record<SpanUnit, number>>;
const [EARLIEST, LATEST] = ['1900-01-01', '2150-12-31'];
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d))?$/;

/**
 * The checked entrance to the arithmetic: the first day is not counted, and a term of days or months that would end on a day off ends on the next
 * working day, one counted back on the one before (BLDS 2015 Đ.147–148).
 * Errors: DAY_UNKNOWN (details: day), SPAN_INVALID (details: span, most).
 */
export function reckonSpan(calendar: Calendar, asked: AskedSpan): Result<SpanAnswer> {
  const units = SPAN_UNITS.filter((u) => asked[u] !== undefined);
  const [unit] = units;
  if (unit === undefined || units.length > 1) return refuse('SPAN_INVALID', { span: units.join(' + ') });
  const count = asked[unit] ?? 0;
  if (!Number.isInteger(count) || count < 1 || count > MOST[unit]) return refuse('SPAN_INVALID', { span: String(count), most: MOST[unit] });
  const [, day, hour, minute] = INSTANT.exec(asked.from) ?? [];
  if (day === undefined || !isDayText(day) || day < EARLIEST || day > LATEST || (hour !== undefined && unit !== 'workingHours')) return refuse('DAY_UNKNOWN', { day: asked.from });
  const before = asked.before === true;
  const head = { unit, count, from: asked.from, before, calendar: calendar.key };
  if (unit === 'workingHours') {
    const start = hour === undefined || minute === undefined ? instantOn(day, 0) : instantOn(day, Number(hour) * 60 + Number(minute));
    const at = addWorkingHours(calendar, start, before ? -count : count);
    const [a, b] = [dayNumber(day), dayNumberAt(at)];
    const end = before ? dayText(b) : lastDayOf(at);
    return ok({ ...head, at, end, movedFrom: null, ...daysThatMatter(calendar, Math.min(a, b), Math.max(a, b)), beyond: isBeyond(calendar, end) });
  }
  const last = lastOf(calendar, day, unit, before ? -count : count);
  const end = unit === 'workingDays' ? last : workingDayAt(calendar, last, before);
  const [a, b] = unit === 'workingDays' ? [shiftDay(day, before ? -1 : 1), end] : [last, end];
  const matter = daysThatMatter(calendar, Math.min(dayNumber(a), dayNumber(b)), Math.max(dayNumber(a), dayNumber(b)));
  return ok({ ...head, at: before ? instantOn(end, 0) : endOfDay(end), end, movedFrom: end === last ? null : last, ...matter, beyond: isBeyond(calendar, end) });
}

function lastOf(calendar: Calendar, day: string, unit: Exclude<SpanUnit, 'workingHours'>, count: number): string {
  if (unit === 'workingDays') return addWorkingDays(calendar, day, count);
  return unit === 'months' ? addMonths(day, count) : shiftDay(day, count);
}
