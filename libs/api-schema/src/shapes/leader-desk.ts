import { URGENCIES } from '@totrinh/domain';
import { z } from 'zod';
import { allowedActionShape } from './acts.ts';
import { bilingual, day, etag, id, instant, personRef, unitRef, uuid, words } from './basics.ts';
import { standingShape } from './deadlines.ts';
import { leaderAnswerShape } from './said.ts';
import { taskPurpose } from './dossier-parts.ts';
import { dossierOfTask, stepOfTask } from './tasks.ts';

/** Whose desk: one’s own, or as their secretary that of `for`. The key of a page is the task of its last card. */
export const leaderDeskQuery = z.strictObject({ for: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20), after: uuid.optional() });

const signer = z.object({ person: z.string(), name: z.string(), post: z.string().nullable(), on: day, signedAs: z.string().nullable() });
const shortDocument = z.object({ id: uuid, role: z.string(), no: z.int(), name: z.string().nullable(), mediaType: z.string(), size: z.number() });

/** A thing that lies before a leader. Never late: `standing` says since when. */
export const leaderCardShape = z.object({
  task: uuid, etag, principal: personRef.meta({ description: 'Whose task it is' }), inSteadOf: personRef.nullable(), byAuthorityOf: personRef.nullable(), purpose: taskPurpose, step: stepOfTask,
  dossier: dossierOfTask, dossierEtag: etag, manifest: z.string().nullable(), urgency: z.enum(URGENCIES),
  submittedBy: z.object({ unit: unitRef, signer: signer.nullable().meta({ description: 'Who signed the submission for the lead unit' }), on: day.nullable() }),
  asks: bilingual.meta({ description: '“Xin ý kiến về: …”, one sentence' }),
  verdict: z.object({ step: bilingual.nullable(), outcome: z.string(), label: bilingual, by: personRef, on: day, comment: z.string().nullable() }).nullable().meta({ description: 'The latest of the office’s form check and the appraisal' }),
  opinions: z.object({ consent: z.int(), accepted: z.int(), other: z.int(), unanswered: z.int(), vi: z.string(), en: z.string() }).nullable().meta({ description: 'Null where nobody was asked' }),
  documents: z.object({ count: z.int(), items: z.array(shortDocument) }),
  since: day, standing: standingShape,
  entrusted: z.object({ by: personRef, at: instant, to: z.array(personRef), text: z.string().nullable() }).nullable().meta({ description: 'Giao thư ký: the latest time' }),
  recorded: z.object({ proposal: uuid, by: personRef, at: instant, principal: personRef, outcome: z.string(), label: bilingual }).nullable().meta({ description: 'Ghi nhận thay that waits for its second person; null also where the reader may not know' }),
  answers: z.array(leaderAnswerShape).meta({ description: 'Whatever may be said in it; whether the asker may is in allowedActions' }),
  canRecord: z.boolean().meta({ description: 'Ghi nhận thay: the asker may enter what was said or written on paper' }), moving: z.boolean(), allowedActions: z.array(allowedActionShape),
}).meta({ id: 'LeaderCard' });

/** Việc trình đồng chí. `people`: leaders for whom the asker may record, each with how many things lie before them. */
export const leaderDeskShape = z.object({
  for: personRef, own: z.boolean(), count: z.int(), cards: z.array(leaderCardShape), next: uuid.nullable(),
  people: z.array(z.object({ person: z.string(), name: z.string(), post: z.string().nullable(), count: z.int() })),
}).meta({ id: 'LeaderDesk' });

export const entrustBody = z.strictObject({ person: id.nullish().meta({ description: 'One of the secretaries or of the office; nobody named means all of them' }), text: words.nullish() }).meta({ id: 'EntrustRequest' });
