import { z } from 'zod';
import { allowedActionShape } from './acts.ts';
import { bilingual, day, etag, filterWord, instant, pageOf, paging, personRef, unitRef, uuid } from './basics.ts';
import { dueShape, standingShape } from './deadlines.ts';
import { candidateShape, officerShape, taskPurpose } from './dossier-parts.ts';
import { ballotShape, leaderAnswerShape } from './said.ts';

export const stepOfTask = z.object({ path: z.string(), kind: z.string(), round: z.int(), title: bilingual.nullable() }).meta({ id: 'TaskStep' });
export const dossierOfTask = z.object({ id: uuid, code: z.string(), title: z.string(), kind: z.string(), leadUnit: unitRef }).meta({ id: 'TaskDossier' });

/** A task in somebody's queue. `offered` is true while nobody holds it. */
export const queuedTaskShape = z.object({
  id: uuid, dossier: dossierOfTask, step: stepOfTask, unit: unitRef.nullable(), offered: z.boolean(), seen: z.boolean(),
  openedAt: instant, dueAt: instant.nullable(), due: dueShape.nullable(), standing: standingShape.nullable(), etag,
  asHelper: z.boolean().meta({ description: 'Mine to receive or to prepare, not to answer' }), inSteadOf: personRef.nullable().meta({ description: 'The absent person whose task it is' }),
  byAuthorityOf: personRef.nullable().meta({ description: 'Whoever let me act in it in writing (TUQ)' }),
}).meta({ id: 'QueuedTask' });

/** What of my queue: by the step's kind, the item's kind, the lead unit, held or still offered, due by the end of a day. */
export const queueQuery = z.strictObject({ ...paging, kind: filterWord(20).optional(), dossierKind: filterWord(64).optional(), leadUnit: filterWord(100).optional(), offered: z.enum(['true', 'false']).optional(), dueBy: day.optional() });

export const queueShape = pageOf(queuedTaskShape, 'Queue');

/** One task, with who may work on it and what the asker may do in it. */
export const taskShape = z.object({
  id: uuid, dossier: dossierOfTask, step: stepOfTask, unit: unitRef.nullable(), state: z.enum(['open', 'done', 'cancelled']), seen: z.boolean(),
  holder: personRef.nullable(), candidates: z.array(candidateShape), helpers: z.array(candidateShape), purpose: taskPurpose, officer: officerShape.nullable(), registered: z.string().nullable(), asHelper: z.boolean(),
  openedAt: instant, closedAt: instant.nullable(), dueAt: instant.nullable(), due: dueShape.nullable(), standing: standingShape.nullable(),
  answers: z.array(leaderAnswerShape).meta({ description: 'Whatever may be said in it while it is open, in the words of the route; whether the asker may is in allowedActions' }),
  ballot: ballotShape.nullable().meta({ description: 'Where it is a member’s ballot, written or on a screen' }),
  etag, dossierEtag: etag, moving: z.boolean(), allowedActions: z.array(allowedActionShape),
}).meta({ id: 'Task' });
