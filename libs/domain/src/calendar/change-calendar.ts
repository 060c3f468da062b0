import { z } from 'zod';
import { ok, refuse, type Result } from '../result.ts';
import { calendarSchema, namesDecision, specialDaySchema, type CalendarContent, type SpecialDay } from './calendar.ts';
import { changeFaults, type CalendarFault } from './calendar-faults.ts';

const row = specialDaySchema.extend({ day: z.string().max(20), status: specialDaySchema.shape.status.optional(), source: specialDaySchema.shape.source.optional() });

/** One line of a change: a day that is added, says something else from now on, is taken out, or whose decision has come. */
export const dayChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), ...row.shape }),
  z.strictObject({ do: z.literal('replace'), ...row.shape }),
  z.strictObject({ do: z.literal('remove'), day: row.shape.day }),
  z.strictObject({ do: z.literal('confirm'), day: row.shape.day, source: z.string().trim().min(1).max(300) }),
]);

/** What somebody wants to change in a calendar, and the version that they looked at (0: it has none yet). */
export const calendarChangeSchema = z.strictObject({
  base: z.number().int().min(0),
  changes: z.array(dayChangeSchema).max(1000).default([]),
  week: calendarSchema.shape.week,
  hours: calendarSchema.shape.hours,
  until: z.string().max(20).optional(),
  reason: z.string(),
});

export type DayChange = z.infer<typeof dayChangeSchema>;
export type CalendarChangeCommand = z.infer<typeof calendarChangeSchema>;

/**
 * What a calendar says after a change. A row counts as confirmed where its source names a decision by its number, and may not say so where it does not. An
 * overlay (any calendar but the base) says only what differs in its office.
 * Errors: CALENDAR_INVALID (details: faults with path, vi, en), CALENDAR_UNCHANGED.
 */
export function changeCalendar(id: string, before: CalendarContent | null, command: Omit<CalendarChangeCommand, 'base' | 'reason'>): Result<CalendarContent> {
  const was: CalendarContent = before ?? { days: [] };
  const faults: readonly CalendarFault[] = changeFaults(was, command);
  if (faults.length > 0) return refuse('CALENDAR_INVALID', { calendar: id, faults });
  const days = new Map(was.days.map((d) => [d.day, d]));
  for (const change of command.changes) applyTo(days, change);
  const { week = was.week, hours = was.hours, until = was.until } = command;
  const after: CalendarContent = {
    ...(week === undefined ? {} : { week }), ...(hours === undefined ? {} : { hours }), ...(until === undefined ? {} : { until }),
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
  return isEmpty(diffCalendars(was, after)) ? refuse('CALENDAR_UNCHANGED', { calendar: id }) : ok(after);
}

function applyTo(days: Map<string, SpecialDay>, change: DayChange): void {
  if (change.do === 'remove') { days.delete(change.day); return; }
  const was = days.get(change.day);
  if (change.do === 'confirm') {
    if (was) days.set(change.day, { ...was, status: 'confirmed', source: change.source });
    return;
  }
  const { day, kind, reason, source = null } = change;
  days.set(day, { day, kind, reason, status: change.status ?? (namesDecision(source) ? 'confirmed' : 'planned'), source });
}

/** What two versions of a calendar say differently; `before` and `after` null where the day was or is not special. */
export interface CalendarDiff {
  readonly days: readonly { readonly day: string; readonly before: SpecialDay | null; readonly after: SpecialDay | null }[];
  readonly week: boolean;
  readonly hours: boolean;
  readonly until: boolean;
}

/** The difference between two versions, the days in order. */
export function diffCalendars(before: CalendarContent | null, after: CalendarContent): CalendarDiff {
  const [a, b] = [new Map(before?.days.map((d) => [d.day, d])), new Map(after.days.map((d) => [d.day, d]))];
  const days = [...new Set([...a.keys(), ...b.keys()])].sort().map((day) => ({ day, before: a.get(day) ?? null, after: b.get(day) ?? null })).filter((d) => !sameDay(d.before, d.after));
  const differs = (key: 'week' | 'hours' | 'until'): boolean => JSON.stringify(before?.[key]) !== JSON.stringify(after[key]);
  return { days, week: differs('week'), hours: differs('hours'), until: differs('until') };
}

function isEmpty(diff: CalendarDiff): boolean {
  return diff.days.length === 0 && !diff.week && !diff.hours && !diff.until;
}

function sameDay(a: SpecialDay | null, b: SpecialDay | null): boolean {
  return a?.kind === b?.kind && a?.reason === b?.reason && a?.status === b?.status && a?.source === b?.source;
}
