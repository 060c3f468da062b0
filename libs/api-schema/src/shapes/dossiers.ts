import { PHASES } from '@totrinh/domain';
import { z } from 'zod';
import { allowedActionShape } from './acts.ts';
import { bilingual, day, etag, instant, pageOf, paging, personRef, sha256Hex, unitRef, uuid } from './basics.ts';
import { candidateShape } from './tasks.ts';

export const dossierStatus = z.enum(['open', 'done', 'rejected', 'cancelled']);
export const programmeState = z.enum(['notYetSubmitted', 'submitted', 'completed']);
const routeRef = z.object({ id: z.string(), version: z.int(), title: bilingual }).meta({ id: 'PinnedRoute' });
const itemRef = z.object({ id: uuid, code: z.string(), no: z.int(), programme: z.string() }).meta({ id: 'ItemRef' });

const head = {
  id: uuid, code: z.string(), title: z.string(), kind: z.string(), item: itemRef.nullable(), leadUnit: unitRef, drafter: personRef.nullable(),
  status: dossierStatus, programmeState, round: z.int(), number: z.string().nullable(), issuedOn: day.nullable(), dueOn: day.nullable(),
  createdAt: instant, closedAt: instant.nullable(), version: z.int(), etag, moving: z.boolean(),
};

export const dossierRowShape = z.object(head).meta({ id: 'DossierRow' });
export const dossierPageShape = pageOf(dossierRowShape, 'DossierPage');
export const dossierQuery = z.strictObject({ ...paging, status: dossierStatus.optional() });

const stepShape = z.object({
  id: uuid, path: z.string(), kind: z.string(), title: bilingual.nullable(), round: z.int(), state: z.enum(['open', 'settled', 'cancelled']), outcome: z.string().nullable(),
  openedAt: instant, settledAt: instant.nullable(), dueAt: instant.nullable(),
}).meta({ id: 'Step' });
const dossierTaskShape = z.object({
  id: uuid, step: uuid, path: z.string(), unit: unitRef.nullable(), state: z.enum(['open', 'done', 'cancelled']), seen: z.boolean(), holder: personRef.nullable(),
  candidates: z.array(candidateShape), openedAt: instant, closedAt: instant.nullable(), etag,
}).meta({ id: 'DossierTask' });
const decisionShape = z.object({
  id: uuid, task: uuid, path: z.string(), outcome: z.string(), label: z.string().nullable(), actor: personRef, principal: personRef, capacity: z.string(), manifest: z.string().nullable(),
  reason: z.string().nullable(), at: instant, act: uuid,
}).meta({ id: 'Decision' });
const documentShape = z.object({
  id: uuid, role: z.string(), no: z.int(), name: z.string().nullable(), sha256: sha256Hex, size: z.int(), mediaType: z.string(), frozen: z.boolean(), attachedBy: personRef, attachedAt: instant,
}).meta({ id: 'Document' });
const commentShape = z.object({ id: uuid, person: personRef, text: z.string().nullable(), at: instant }).meta({ id: 'Comment' });

/** An event of the chain; `words` are what it says on paper, null where they were erased. */
export const eventShape = z.object({
  seq: z.int(), type: z.string(), at: instant, act: uuid.nullable(), by: z.string(), byName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()), words: z.record(z.string(), z.string().nullable()), hash: sha256Hex,
}).meta({ id: 'Event' });
export const eventPageShape = pageOf(eventShape, 'EventPage');

export const dossierShape = z.object({
  ...head, route: routeRef.nullable(), phase: z.enum(PHASES), manifest: z.string().nullable(), headHash: sha256Hex,
  steps: z.array(stepShape), tasks: z.array(dossierTaskShape), decisions: z.array(decisionShape), documents: z.array(documentShape), comments: z.array(commentShape),
  events: eventPageShape, allowedActions: z.array(allowedActionShape),
}).meta({ id: 'Dossier' });

export const chainShape = z.object({
  dossier: uuid, length: z.int(), head: sha256Hex, ok: z.boolean(), faults: z.array(z.object({ seq: z.int(), fault: z.string() })),
}).meta({ id: 'ChainVerdict' });
