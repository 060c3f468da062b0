import { lastDayOf, officeDay, workingDaysBetween } from '@totrinh/domain';
import type { OPERATIONS } from '@totrinh/api-schema';
import { calendarIn, type BriefingEntry, type Reckoning } from '@totrinh/persistence';
import type { z } from 'zod';
import { presentExplained } from './deadlines.ts';

export type BriefingLine = z.infer<(typeof OPERATIONS.readBriefing.answers)[200]>['items'][number];

/** An entry with its working days late: until now, or until the step ended; the end itself is said as “đã xong”. */
export function presentBriefing(e: BriefingEntry, reckoning: Reckoning, now: Date): BriefingLine {
  const until = officeDay(e.endedAt ?? now);
  const days = e.dueAt === null ? 0 : Math.max(0, workingDaysBetween(calendarIn(reckoning, e.dossier.leadUnit.id), lastDayOf(e.dueAt), until));
  const late = { vi: `quá hạn ${days} ngày làm việc`, en: `${days} working ${days === 1 ? 'day' : 'days'} late` };
  return {
    id: e.id, dossier: e.dossier, step: e.step, unit: e.unit, since: e.since.toISOString(), dueAt: e.dueAt?.toISOString() ?? null, workingDaysLate: days, reminders: e.reminders,
    explained: presentExplained(e.explained), done: e.endedAt !== null, words: e.endedAt === null ? late : { vi: `đã xong, ${late.vi}`, en: `done, ${late.en}` }, heardOn: e.heardOn,
  };
}
