import type { OPERATIONS } from '@totrinh/api-schema';
import { daysOfYear, diffCalendars, spanWords, type Calendar, type SpanAnswer } from '@totrinh/domain';
import type { SeenCalendar, SeenCalendarVersion } from '@totrinh/persistence';
import type { z } from 'zod';

type Row = z.infer<(typeof OPERATIONS.listCalendars.answers)[200]>['items'][number];
type Whole = z.infer<(typeof OPERATIONS.readCalendar.answers)[200]>;
type Version = z.infer<(typeof OPERATIONS.listCalendarVersions.answers)[200]>['items'][number];
type Due = z.infer<(typeof OPERATIONS.readCalendarDue.answers)[200]>;

const byWhom = ({ by, byName }: SeenCalendarVersion): Row['by'] => (by === null ? null : { person: by, name: byName ?? by });
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hoursOf = (calendar: Calendar): Whole['hours'] => calendar.hours.map(({ from, to }) => ({ from: clock(from), to: clock(to) }));

export function presentRow(v: SeenCalendarVersion): Row {
  const { id, version, unit, content, at, reason } = v;
  return { id, version, unit, days: content.days.length, planned: content.days.filter((d) => d.status === 'planned').length, until: content.until ?? null, at: at.toISOString(), by: byWhom(v), reason };
}

export function presentCalendar({ id, unit, latest, calendar }: SeenCalendar, year: number): Whole {
  const { week = null, hours = null, until = null, days = [] } = latest?.content ?? {};
  const own: Whole['own'] = { week, hours, until, days };
  const held = daysOfYear(calendar, year);
  return {
    id, unit, version: latest?.version ?? 0, key: calendar.key, week: [...calendar.week], hours: hoursOf(calendar), until: calendar.until, own,
    year: { ...held, days: [...held.days], workingDays: [...held.workingDays] },
  };
}

/** The latest first, each beside the one before it. */
export function presentVersions(versions: readonly SeenCalendarVersion[]): Version[] {
  return versions.map((v, i): Version => {
    const diff = diffCalendars(versions[i - 1]?.content ?? null, v.content);
    return { version: v.version, at: v.at.toISOString(), by: byWhom(v), reason: v.reason, hash: v.hash, diff: { ...diff, days: [...diff.days] } };
  }).reverse();
}

export function presentSpan(answer: SpanAnswer): Due {
  const { end, days, at, ...rest } = answer;
  return { ...rest, due: end, at: at.toISOString(), days: [...days], why: spanWords(answer) };
}
