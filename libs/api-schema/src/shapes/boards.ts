import { STANDINGS } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, id, instant, pageOf, paging, personRef, unitRef, uuid } from './basics.ts';
import { dueShape, explainedShape, standingShape } from './deadlines.ts';

const stepRef = z.object({ id: uuid, path: z.string(), kind: z.string(), round: z.int(), title: bilingual.nullable() });
const dossierRef = z.object({ id: uuid, code: z.string(), title: z.string(), kind: z.string(), leadUnit: unitRef });
const spoken = z.object({ ladder: z.string(), name: z.string(), n: z.int(), at: instant, effectiveAt: instant.meta({ description: 'The instant for which it spoke' }), told: z.int().meta({ description: 'How many people were told' }), reminders: z.int() });
const ahead = z.object({ kind: z.enum(['ladder', 'lapse']), name: z.string().nullable(), n: z.int(), at: instant });

const line = {
  step: stepRef, dossier: dossierRef, openedAt: instant, dueAt: instant.nullable(), due: dueShape.nullable(), standing: standingShape,
  reminders: z.int(), last: spoken.nullable().meta({ description: 'The rung that spoke last' }), next: ahead.nullable(), explained: explainedShape.nullable(),
};

/** An open task with a term, in whose hands it lies, and what its ladder has done. */
export const boardLineShape = z.object({
  task: uuid, ...line, unit: unitRef.nullable(), holder: personRef.nullable().meta({ description: 'Told to the person, the heads of the unit, the office and administrators' }),
}).meta({ id: 'BoardLine' });

const counted = { onTime: z.int(), soon: z.int(), due: z.int(), late: z.int(), paused: z.int() };
export const boardShape = z.object({
  items: z.array(boardLineShape), next: z.string().nullable(),
  counts: z.object(counted).meta({ description: 'Whatever the filter of standings' }), units: z.array(z.object({ unit: unitRef, ...counted })), soon: z.int().meta({ description: 'Working days left at which a term is due soon' }),
}).meta({ id: 'Board' });
export const boardQuery = z.strictObject({ ...paging, unit: id.optional(), standing: z.enum(STANDINGS).exclude(['beforeLeaders']).optional(), route: id.optional() });

/** A step that lies before leaders or a body: how long, never how late. */
export const leadersLineShape = z.object({ ...line, body: unitRef.nullable() }).meta({ id: 'LeadersLine' });
export const leadersShape = pageOf(leadersLineShape, 'LeadersBoard');
export const leadersQuery = z.strictObject({ ...paging, unit: id.optional(), route: id.optional() });

/** What the leadership hears at its next briefing; `done`: the step has ended meanwhile. */
export const briefingShape = z.object({
  id: uuid, dossier: z.object({ id: uuid, code: z.string(), title: z.string().nullable(), leadUnit: unitRef }), step: z.object({ id: uuid, path: z.string(), title: bilingual.nullable() }), unit: unitRef,
  since: instant, dueAt: instant.nullable(), workingDaysLate: z.int(), reminders: z.int(), explained: explainedShape.nullable(), done: z.boolean(), words: bilingual, heardOn: day.nullable(),
}).meta({ id: 'BriefingEntry' });
export const briefingsShape = pageOf(briefingShape, 'BriefingList');
export const briefingQuery = z.strictObject({ ...paging, heard: z.enum(['true', 'false']).optional().meta({ description: 'true: with those that were heard' }) });
export const heardBody = z.strictObject({ on: day.optional().meta({ description: 'By default today' }) }).meta({ id: 'HeardRequest' });
export const heardShape = z.object({ act: uuid, briefing: uuid, heardOn: day }).meta({ id: 'HeardAnswer' });

/** The secret address of one's deadlines; null where a request is repeated, since it is told once and kept nowhere. */
export const feedShape = z.object({ act: uuid, address: z.string().nullable() }).meta({ id: 'FeedAnswer' });
export const feedEndShape = z.object({ act: uuid }).meta({ id: 'FeedEndAnswer' });
export const feedParams = z.strictObject({ token: z.string().min(1).max(200) });
