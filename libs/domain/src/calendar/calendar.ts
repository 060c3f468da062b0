import { z } from 'zod';
import { dayNumber, dayText, weekdayOf } from './days.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ:phút, ví dụ 08:00 · hours:minutes, such as 08:00');

/** A calendar has no more special days than these. */
export const MOST_SPECIAL_DAYS = 5_000;

/** A day that differs from the base week: off though it is a weekday, or worked though it is none (hoán đổi, làm bù). */
export const specialDaySchema = z.strictObject({
  day: z.iso.date(),
  kind: z.enum(['off', 'work']),
  reason: z.string().trim().min(1).max(200),
  status: z.enum(['confirmed', 'planned']),
  /** The decision that it comes from, by its number; a planned day may still lack it. */
  source: z.string().trim().min(1).max(300).nullable(),
});

/** What one version of a calendar says. An overlay says only what differs in its office, so that week, hours and cover may be left out there. */
export const calendarSchema = z.strictObject({
  /** Monday to Sunday: whether it is worked. */
  week: z.array(z.boolean()).length(7).optional(),
  /** Working time of a day, in order. */
  hours: z.array(z.strictObject({ from: clockTime, to: clockTime })).min(1).max(4).optional(),
  /** The last day that this calendar knows about; later ones are reckoned by the week alone and marked so. */
  until: z.iso.date().optional(),
  days: z.array(specialDaySchema).max(MOST_SPECIAL_DAYS),
});

/** Whether a source names a decision or a law by its number, such as 12729/VPCP-KGVX or 45/2019/QH14. */
export function namesDecision(source: string | null): boolean {
  return source !== null && /\d+\/\S*\p{Lu}/u.test(source);
}

export type SpecialDay = z.infer<typeof specialDaySchema>;
export type CalendarContent = z.infer<typeof calendarSchema>;

/** Working time of a day in minutes after midnight. */
export interface Hours { readonly from: number; readonly to: number }

/** The working days of an office: base and overlays in one. `key` names the versions it was made of, such as `vn:3+so-tai-chinh:1`. */
export interface Calendar {
  readonly key: string;
  readonly week: readonly boolean[];
  readonly hours: readonly Hours[];
  readonly until: string | null;
  /** By number of the day. */
  readonly special: ReadonlyMap<number, SpecialDay>;
}

/** The calendar that every other one lies over. */
export const BASE_CALENDAR = 'vn';
const PLAIN_WEEK = [true, true, true, true, true, false, false];
const OFFICE_HOURS = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];

/** A calendar of layers, the base first; a later layer wins day by day. The key names each layer's version. */
export function calendarOf(layers: readonly { readonly id: string; readonly version: number; readonly content: CalendarContent }[]): Calendar {
  const last = <K extends 'week' | 'hours' | 'until'>(key: K): CalendarContent[K] | undefined => layers.findLast((l) => l.content[key] !== undefined)?.content[key];
  return {
    key: layers.map((l) => `${l.id}:${l.version}`).join('+'),
    week: last('week') ?? PLAIN_WEEK,
    hours: (last('hours') ?? OFFICE_HOURS).map(({ from, to }) => ({ from: minutes(from), to: minutes(to) })),
    until: last('until') ?? null,
    special: new Map(layers.flatMap((l) => l.content.days.map((d) => [dayNumber(d.day), d] as const))),
  };
}

/** Monday to Friday, office hours, no days off: what rules reckon with where no office's calendar is at hand. */
export const PLAIN_CALENDAR: Calendar = calendarOf([{ id: 'plain', version: 1, content: { days: [] } }]);

/** Whether people work on a day (`YYYY-MM-DD`). */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  return isWorkingNumber(calendar, dayNumber(day));
}

/** The same by the day's number. */
export function isWorkingNumber(calendar: Calendar, day: number): boolean {
  const special = calendar.special.get(day);
  return special === undefined ? calendar.week[weekdayOf(day)] === true : special.kind === 'work';
}

/** More days than this without a working one is a calendar without working days. */
const MOST_DAYS = 20_000;

/** The day that lies n working days after (n > 0) or before (n < 0) a day, which is not counted; the day itself for 0. Throws where the calendar has no working days. */
export function addWorkingDays(calendar: Calendar, day: string, n: number): string {
  return dayText(addWorkingNumbers(calendar, dayNumber(day), n));
}

/** The same by the day's number. */
export function addWorkingNumbers(calendar: Calendar, day: number, n: number): number {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n), idle = 0; left > 0;) {
    at += step;
    if (isWorkingNumber(calendar, at)) { left--; idle = 0; }
    else if (++idle > MOST_DAYS) throw new Error(`calendar ${calendar.key} has no working days`);
  }
  return at;
}

/** The day itself where it is worked, else the next one that is (BLDS 2015 Đ.148 k.5), or with `back` the one before. */
export function workingDayAt(calendar: Calendar, day: string, back = false): string {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, back ? -1 : 1);
}

/** How many working days lie after `from` up to and including `to`; negative where `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  let n = 0;
  for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at++) if (isWorkingNumber(calendar, at)) n++;
  return b < a ? -n : n;
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
