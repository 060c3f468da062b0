import { PHASES } from '@totrinh/domain';
import { z } from 'zod';
import { allowedActionShape } from './acts.ts';
import { filterWord, bilingual, day, etag, fields, instant, pageOf, paging, personRef, sha256Hex, unitRef, uuid } from './basics.ts';
import { agendaShape, commentShape, decisionShape, demandShape, documentShape, dossierTaskShape, latenessShape, opinionShape, proposalShape, stepShape, submissionShape } from './dossier-parts.ts';

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
export const dossierQuery = z.strictObject({ ...paging, status: dossierStatus.optional(), route: z.string().min(1).max(100).optional(), routeVersion: z.coerce.number().int().min(1).optional(), search: filterWord(200).optional().meta({ description: 'Every word, without accents, in code, title, lead unit or number' }) });

/** An event of the chain; `words` are what it says on paper, null where they were erased. */
export const eventShape = z.object({
  seq: z.int(), type: z.string(), at: instant, act: uuid.nullable(), by: z.string(), byName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()), words: z.record(z.string(), z.string().nullable()), hash: sha256Hex,
}).meta({ id: 'Event' });
export const eventPageShape = pageOf(eventShape, 'EventPage');

export const dossierShape = z.object({
  ...head, route: routeRef.nullable(), phase: z.enum(PHASES), manifest: z.string().nullable(), headHash: sha256Hex,
  fields, submission: submissionShape.nullable(), suspended: z.object({ until: day }).nullable(), withdrawn: z.enum(['replace', 'correct', 'revoke']).nullable(),
  milestones: z.array(z.object({ step: uuid, milestone: z.string() })), arrivals: z.array(z.string()),
  demands: z.array(demandShape), opinions: z.array(opinionShape), proposals: z.array(proposalShape), agenda: z.array(agendaShape),
  steps: z.array(stepShape), tasks: z.array(dossierTaskShape), decisions: z.array(decisionShape), documents: z.array(documentShape), comments: z.array(commentShape), lateness: z.array(latenessShape),
  events: eventPageShape, allowedActions: z.array(allowedActionShape),
}).meta({ id: 'Dossier' });

export const chainShape = z.object({
  dossier: uuid, length: z.int(), head: sha256Hex, ok: z.boolean(), faults: z.array(z.object({ seq: z.int(), fault: z.string() })),
}).meta({ id: 'ChainVerdict' });
