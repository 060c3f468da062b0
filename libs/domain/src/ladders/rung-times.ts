import { addWorkingDays, workingDayAt, type Calendar } from '../calendar/calendar.ts';
import { lastDayOf, shiftDay } from '../calendar/days.ts';
import { startOfWork, withinOfficeHours } from '../calendar/hours.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import type { Ladder, LadderRung, Span } from './ladder.ts';

/** What a ladder is climbed along: when the step opened, and when it is due (null: it has no term). */
export interface Climb { readonly openedAt: Date; readonly dueAt: Date | null }

/** When a rung speaks for the `n`th time (from 1); null where it hangs on a term that the step has not, on reminders, or does not repeat so often. */
export function rungTime(ladder: Pick<Ladder, 'urgent'>, rung: LadderRung, n: number, { openedAt, dueAt }: Climb, calendar: Calendar): Date | null {
  const at = rung.at;
  if (n > mostTimes(rung)) return null;
  if (at === 'due') return dueAt && repeated(onTheDay(dueAt, ladder.urgent, calendar));
  if ('before' in at) return dueAt && repeated(moved(dueAt, at.before, -1, ladder.urgent, calendar));
  if ('after' in at) return dueAt && repeated(moved(dueAt, at.after, 1, ladder.urgent, calendar));
  if ('every' in at) return moved(openedAt, times(at.every, n), 1, ladder.urgent, calendar, officeDay(openedAt));
  return null;

  function repeated(first: Date): Date {
    return n === 1 || rung.repeat === undefined ? first : moved(first, times(rung.repeat.every, n - 1), 1, ladder.urgent, calendar, officeDay(first));
  }
}

/** How often a rung may speak. */
export function mostTimes(rung: LadderRung): number {
  if (rung.repeat) return rung.repeat.atMost;
  return typeof rung.at === 'object' && 'every' in rung.at ? Number.POSITIVE_INFINITY : 1;
}

function onTheDay(dueAt: Date, urgent: boolean, calendar: Calendar): Date {
  return urgent ? dueAt : startOfWork(calendar, workingDayAt(calendar, lastDayOf(dueAt), true));
}

function times(span: Span, n: number): Span {
  if ('workingDays' in span) return { workingDays: span.workingDays * n };
  return 'days' in span ? { days: span.days * n } : { hours: span.hours * n };
}

function moved(from: Date, span: Span, sign: 1 | -1, urgent: boolean, calendar: Calendar, day = lastDayOf(from)): Date {
  if ('hours' in span) {
    const at = new Date(from.getTime() + sign * span.hours * 3_600_000);
    return urgent ? at : withinOfficeHours(calendar, at, sign < 0);
  }
  if ('workingDays' in span) return startOfWork(calendar, addWorkingDays(calendar, day, sign * span.workingDays));
  return startOfWork(calendar, workingDayAt(calendar, shiftDay(day, sign * span.days), sign < 0));
}
