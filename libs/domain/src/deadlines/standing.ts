import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/calendar.ts';
import { endOfDay, lastDayOf, shiftDay } from '../calendar/days.ts';
import { officeDay } from './plain-days.ts';

/** How an open step stands to its term. `beforeLeaders`: leaders and bodies are never late; `paused`: the dossier is suspended. */
export const STANDINGS = ['onTime', 'soon', 'due', 'late', 'beforeLeaders', 'paused'] as const;
export type StandingName = (typeof STANDINGS)[number];

/** With the working days left (`onTime`, `soon`, `due`: 0), late (`late`; 0 until a whole one has passed) or since it opened (`beforeLeaders`). */
export type Standing =
  | { readonly is: 'onTime' | 'soon' | 'due' | 'late'; readonly workingDays: number; readonly end: string; readonly today: string }
  | { readonly is: 'beforeLeaders'; readonly workingDays: number; readonly since: string; readonly today: string }
  | { readonly is: 'paused'; readonly until: string; readonly today: string };

/** What a step's standing is asked of: when it opened and is due (null: no term), whether leaders have it, until which day it is suspended. */
export interface StandingQuery { readonly openedAt: Date; readonly dueAt: Date | null; readonly leaders: boolean; readonly pausedUntil: string | null }

/** By what it is judged: the calendar of the dossier, the clock, and how many working days before its end a term comes to be due soon. */
export interface StandingTerms { readonly calendar: Calendar; readonly now: Date; readonly soon: number }

/**
 * Sắp đến hạn, đến hạn, quá hạn: late once the due instant has passed; due while no working day comes before it does (so a term that ends on a day off is due on the
 * working day before); soon while at most so many are left. Null for what has no term and does not lie before leaders.
 */
export function standingOf({ openedAt, dueAt, leaders, pausedUntil }: StandingQuery, { calendar, now, soon }: StandingTerms): Standing | null {
  const today = officeDay(now);
  if (dueAt === null && !leaders) return null;
  if (pausedUntil !== null) return { is: 'paused', until: pausedUntil, today };
  if (leaders || dueAt === null) return { is: 'beforeLeaders', workingDays: workingDaysBetween(calendar, officeDay(openedAt), today), since: officeDay(openedAt), today };
  const end = lastDayOf(dueAt);
  const left = workingDaysBetween(calendar, today, end);
  if (now >= dueAt) return { is: 'late', workingDays: Math.max(0, -left), end, today };
  return { is: left <= 0 ? 'due' : left <= soon ? 'soon' : 'onTime', workingDays: Math.max(0, left), end, today };
}

/** Until which due instant, itself included, a term that has not passed is due, and until which it is due soon: the same judgement for a whole list at once. */
export function standingLimits({ calendar, now, soon }: StandingTerms): { readonly due: Date; readonly soon: Date } {
  const today = officeDay(now);
  const before = (n: number): Date => endOfDay(shiftDay(addWorkingDays(calendar, today, n), -1));
  return { due: before(1), soon: before(soon + 1) };
}
