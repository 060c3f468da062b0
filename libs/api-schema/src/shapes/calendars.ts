import { calendarChangeSchema, SPAN_UNITS, specialDaySchema } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, instant, personRef, sha256Hex, uuid } from './basics.ts';

const specialDay = z.object({ ...specialDaySchema.shape, reason: z.string(), source: z.string().nullable() }).meta({ id: 'SpecialDay', description: 'A day that differs from the week: off, or worked. Planned until its decision is known.' });
const span = z.object({ from: z.string(), to: z.string() });
const version = z.int().meta({ description: '0: the office has no calendar of its own and works by the general one' });

/** The latest version of a calendar, as a list shows it. */
export const calendarRowShape = z.object({
  id: z.string(), version, unit: z.string().nullable(), days: z.int(), planned: z.int().meta({ description: 'Days whose decision is not known yet' }), until: day.nullable(), at: instant, by: personRef.nullable(), reason: z.string(),
}).meta({ id: 'CalendarRow' });
export const calendarsShape = z.object({ items: z.array(calendarRowShape) }).meta({ id: 'Calendars' });

/** A calendar as it holds: what its own latest version says, and a year of it with the general calendar below it. */
export const calendarShape = z.object({
  id: z.string(), unit: z.string().nullable(), version, key: z.string().meta({ description: 'The versions of which it is made, such as vn:3+so-tai-chinh:1' }),
  week: z.array(z.boolean()).meta({ description: 'Monday to Sunday' }), hours: z.array(span), until: day.nullable(),
  own: z.object({ week: z.array(z.boolean()).nullable(), hours: z.array(span).nullable(), until: day.nullable(), days: z.array(specialDay) }),
  year: z.object({ year: z.int(), days: z.array(specialDay), workingDays: z.array(z.int()).meta({ description: 'January to December' }), planned: z.int(), beyond: z.boolean() }),
}).meta({ id: 'Calendar' });

const dayDiff = z.object({ day, before: specialDay.nullable(), after: specialDay.nullable() });
export const calendarVersionShape = z.object({
  version: z.int(), at: instant, by: personRef.nullable(), reason: z.string(), hash: sha256Hex,
  diff: z.object({ days: z.array(dayDiff), week: z.boolean(), hours: z.boolean(), until: z.boolean() }),
}).meta({ id: 'CalendarVersion' });
export const calendarVersionsShape = z.object({ items: z.array(calendarVersionShape) }).meta({ id: 'CalendarVersions', description: 'The latest first, each with what it changed' });

export const calendarBody = calendarChangeSchema.meta({ id: 'CalendarRequest', description: '`base` is the version that was looked at (0: none yet); the next one is published only while it is the latest.' });
export const calendarAnswerShape = z.object({ act: uuid, calendar: z.string(), version: z.int() }).meta({ id: 'CalendarAnswer' });

export const calendarQuery = z.strictObject({ year: z.coerce.number().int().min(1900).max(2150).optional() });
const count = z.coerce.number().optional();
export const calendarDueQuery = z.strictObject({
  from: z.string().max(20), days: count, workingDays: count, workingHours: count, months: count, before: z.enum(['true', 'false']).optional(), version: z.coerce.number().int().min(1).optional(),
});
/** What lies so long after or before a day, and why. */
export const calendarDueShape = z.object({
  from: z.string(), unit: z.enum(SPAN_UNITS), count: z.int(), before: z.boolean(), due: day, at: instant, calendar: z.string(),
  days: z.array(specialDay), weekends: z.int(), movedFrom: day.nullable(), planned: z.boolean(), beyond: z.boolean(), why: bilingual,
}).meta({ id: 'CalendarDue' });
