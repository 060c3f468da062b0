import { PROPOSED_VERBS } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, etag, instant, personRef, sha256Hex, unitRef, uuid } from './basics.ts';
import { dueShape, rungShape, standingShape } from './deadlines.ts';

/** What a dossier's page is made of. */
export const candidateShape = z.object({ person: z.string(), name: z.string(), capacity: z.string(), post: z.string() }).meta({ id: 'Candidate' });
export const taskPurpose = z.enum(['work', 'confirm', 'record', 'aside']).meta({ description: 'The step’s own work; to confirm a finishing; to record a meeting’s result; an opinion on the side' });
/** Who prepares the task for the head. */
export const officerShape = z.object({ person: z.string(), name: z.string().nullable(), mayAnswer: z.boolean(), prepared: z.boolean() }).meta({ id: 'Officer' });

/** How the result was counted: the figures, and the sentence that prints them. */
const arithmeticShape = z.object({ data: z.looseObject({ kind: z.enum(['vote', 'people', 'consult']) }), vi: z.string(), en: z.string() }).meta({ id: 'Arithmetic' });
const withinShape = z.object({ step: uuid, branch: z.string() });
const branchShape = z.object({ name: z.string(), joined: z.boolean(), kept: z.boolean() });

/** One activation of a step. `roster` is the snapshot of members; `arithmetic` is there once it is settled, never before. */
export const stepShape = z.object({
  id: uuid, path: z.string(), kind: z.string(), title: bilingual.nullable(), round: z.int(), state: z.enum(['open', 'settled', 'cancelled']), outcome: z.string().nullable(),
  openedAt: instant, settledAt: instant.nullable(), dueAt: instant.nullable(), due: dueShape.nullable(), standing: standingShape.nullable().meta({ description: 'Of an open step' }), rungs: z.array(rungShape),
  within: withinShape.nullable(), branches: z.array(branchShape).nullable(), roster: z.array(candidateShape).nullable(), corrected: z.object({ added: z.int(), removed: z.int() }),
  arithmetic: arithmeticShape.nullable(), finishedBy: z.string().nullable(),
}).meta({ id: 'Step' });

export const dossierTaskShape = z.object({
  id: uuid, step: uuid, path: z.string(), unit: unitRef.nullable(), state: z.enum(['open', 'done', 'cancelled']), seen: z.boolean(), holder: personRef.nullable(),
  candidates: z.array(candidateShape), helpers: z.array(candidateShape), purpose: taskPurpose, officer: officerShape.nullable(), registered: z.string().nullable(), nudgedOn: day.nullable(), takenFrom: z.array(personRef).nullable().meta({ description: 'Whose it was before a superior took it over' }), asHelper: z.boolean(),
  openedAt: instant, closedAt: instant.nullable(), etag,
}).meta({ id: 'DossierTask' });

/** A decision; of a vote that is still open only one's own ballot is told. `recorded`: entered for the principal from paper. */
export const decisionShape = z.object({
  id: uuid, task: uuid, path: z.string(), outcome: z.string(), label: z.string().nullable(), actor: personRef, principal: personRef, capacity: z.string(), manifest: z.string().nullable(),
  reason: z.string().nullable(), at: instant, act: uuid, voided: z.boolean(),
  recorded: z.object({ by: personRef, confirmedBy: personRef.nullable(), document: uuid, on: day }).nullable(), inStead: uuid.nullable().meta({ description: 'The absence by which the actor stood in' }),
  authority: z.object({ id: uuid, number: z.string() }).nullable().meta({ description: 'The written authority by which the actor decided (TUQ)' }), signedAs: z.string().nullable().meta({ description: 'What stands before a signature: TM., KT., TUQ., Q. …' }),
}).meta({ id: 'Decision' });
export const documentShape = z.object({
  id: uuid, role: z.string(), no: z.int(), name: z.string().nullable(), sha256: sha256Hex, size: z.int(), mediaType: z.string(), frozen: z.boolean(), attachedBy: personRef, attachedAt: instant,
}).meta({ id: 'Document' });
export const commentShape = z.object({ id: uuid, person: personRef, text: z.string().nullable(), at: instant }).meta({ id: 'Comment' });

/** Giải trình chậm: why a step was late, beside the lateness. */
export const latenessShape = z.object({ step: uuid, task: uuid, path: z.string(), by: personRef, reason: z.string().nullable(), at: instant }).meta({ id: 'DossierLateness' });

/** A demand of a conclusion, and how it was met. */
export const demandShape = z.object({ id: uuid, step: uuid, text: z.string().nullable(), madeAt: instant, answered: z.boolean(), answeredAt: instant.nullable(), answer: z.string().nullable(), document: uuid.nullable() }).meta({ id: 'Demand' });

/** A line of tổng hợp, tiếp thu, giải trình. */
export const opinionShape = z.object({
  decision: uuid, path: z.string(), title: bilingual.nullable(), unit: unitRef.nullable(), person: personRef, outcome: z.string(),
  verdict: z.enum(['accepted', 'partly', 'not']).nullable(), reason: z.string().nullable(), mustAnswer: z.boolean(),
}).meta({ id: 'Opinion' });

/** What one person proposed and another confirms; `params` are ids, codes, counts and days. */
export const proposalShape = z.object({
  id: uuid, verb: z.enum(PROPOSED_VERBS), by: personRef, params: z.record(z.string(), z.unknown()), reason: z.string().nullable(), demands: z.array(z.string()), at: instant,
  state: z.enum(['open', 'confirmed', 'declined']), decidedBy: personRef.nullable(), decidedAt: instant.nullable(),
}).meta({ id: 'Proposal' });

export const agendaShape = z.object({
  step: uuid, state: z.enum(['onAgenda', 'putOff', 'decided']),
  meeting: z.object({ id: uuid, title: z.string(), on: day, place: z.string(), state: z.string(), body: unitRef }),
}).meta({ id: 'DossierAgenda' });

/** The latest submission: the draft that it left, the chain’s length then, and who submitted. */
export const submissionShape = z.object({ path: z.string(), version: z.int(), by: z.string().nullable() }).meta({ id: 'Submission' });
