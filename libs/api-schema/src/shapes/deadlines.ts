import { STANDINGS, WHOM } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, instant, personRef } from './basics.ts';

/** How an open step stands to its term, in words too. `workingDays`: left, late, or before leaders; null while the dossier is suspended. */
export const standingShape = z.object({
  is: z.enum(STANDINGS).meta({ description: 'trong hạn, sắp đến hạn, đến hạn, quá hạn, đang trình, tạm dừng' }), workingDays: z.int().nullable(), vi: z.string(), en: z.string(),
}).meta({ id: 'Standing' });

const specialDay = z.object({ day, kind: z.enum(['off', 'work']), reason: z.string(), status: z.enum(['confirmed', 'planned']), source: z.string().nullable() });
/** Căn cứ of a due date: the rule, where it runs from, the calendar, the days that mattered, what changed it, and all of it in a sentence. */
export const dueShape = z.object({
  rule: z.looseObject({}), from: z.enum(['opening', 'submission', 'date', 'item']), start: z.string(), end: day, calendar: z.string(), days: z.array(specialDay), weekends: z.int(),
  movedFrom: day.nullable(), planned: z.boolean(), beyond: z.boolean(),
  changes: z.array(z.object({ because: z.enum(['extension', 'moved', 'pause']), from: day.optional(), to: day })), why: bilingual,
}).meta({ id: 'DueExplanation' });

/** What was said to a lateness; the words are null where they were erased. */
export const explainedShape = z.object({ by: personRef, at: instant, reason: z.string().nullable() }).meta({ id: 'LatenessExplained' });

/** A rung of a step's ladder, or the passing of its term: one that has spoken, with everybody who was told, or one to come, with whom it will tell. */
export const rungShape = z.object({
  kind: z.enum(['ladder', 'overdue', 'lapse']), ladder: z.string().nullable(), name: z.string().nullable(), n: z.int(), at: instant, firedAt: instant.nullable(),
  told: z.array(z.object({ person: z.string(), name: z.string(), as: z.enum(WHOM) })), tells: z.array(z.enum(WHOM)), reminders: z.int().nullable(),
}).meta({ id: 'StepRung' });
