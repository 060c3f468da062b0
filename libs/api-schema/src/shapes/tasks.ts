import { z } from 'zod';
import { allowedActionShape } from './acts.ts';
import { bilingual, etag, instant, pageOf, personRef, unitRef, uuid } from './basics.ts';

const stepOfTask = z.object({ path: z.string(), kind: z.string(), round: z.int(), title: bilingual.nullable() }).meta({ id: 'TaskStep' });
const dossierOfTask = z.object({ id: uuid, code: z.string(), title: z.string(), kind: z.string(), leadUnit: unitRef }).meta({ id: 'TaskDossier' });

/** A task in somebody's queue. `offered` is true while nobody holds it. */
export const queuedTaskShape = z.object({
  id: uuid, dossier: dossierOfTask, step: stepOfTask, unit: unitRef.nullable(), offered: z.boolean(), seen: z.boolean(),
  openedAt: instant, dueAt: instant.nullable(), etag,
}).meta({ id: 'QueuedTask' });

export const queueShape = pageOf(queuedTaskShape, 'Queue');

export const candidateShape = z.object({ person: z.string(), name: z.string(), capacity: z.string(), post: z.string() }).meta({ id: 'Candidate' });

/** One task, with who may work on it and what the asker may do in it. */
export const taskShape = z.object({
  id: uuid, dossier: dossierOfTask, step: stepOfTask, unit: unitRef.nullable(), state: z.enum(['open', 'done', 'cancelled']), seen: z.boolean(),
  holder: personRef.nullable(), candidates: z.array(candidateShape), openedAt: instant, closedAt: instant.nullable(), dueAt: instant.nullable(),
  etag, dossierEtag: etag, moving: z.boolean(), allowedActions: z.array(allowedActionShape),
}).meta({ id: 'Task' });
