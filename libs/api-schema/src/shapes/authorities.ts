import { AUTHORITY_VERBS } from '@totrinh/domain';
import { z } from 'zod';
import { officeActionShape } from './acts.ts';
import { day, etag, id, instant, personRef, sha256Hex, unitRef, uuid } from './basics.ts';
import { dossierOfTask, stepOfTask } from './tasks.ts';

const verbs = z.array(z.enum(AUTHORITY_VERBS)).min(1).max(AUTHORITY_VERBS.length).meta({ description: 'decide: decisions and answers; sign: signatures (TUQ.); confirm: what was finished' });

/** What a written authority says. */
export const authorityBody = z.strictObject({
  grantor: id.optional().meta({ description: 'Whose right it is; by default whoever asks' }), grantee: id, number: z.string().min(1).max(100), document: sha256Hex.nullish().meta({ description: 'SHA-256 of the paper' }),
  routes: z.array(z.string().min(1).max(100)).min(1).max(50).nullish(), verbs, from: day, to: day,
}).meta({ id: 'AuthorityRequest' });
export const authorityAnswerShape = z.object({ act: uuid, authority: uuid }).meta({ id: 'AuthorityAnswer' });
export const authorityShape = z.object({
  id: uuid, grantor: personRef, grantee: personRef, number: z.string(), document: sha256Hex.nullable(), routes: z.array(z.string()).nullable(), verbs: z.array(z.enum(AUTHORITY_VERBS)),
  from: day, to: day, endedOn: day.nullable(), holds: z.boolean().meta({ description: 'Whether it holds today' }), allowedActions: z.array(officeActionShape).meta({ description: 'To end it; empty once it is over' }),
}).meta({ id: 'Authority' });

/** A task whose people have all left their posts. */
export const ownerlessTaskShape = z.object({
  id: uuid, dossier: dossierOfTask, step: stepOfTask, unit: unitRef.nullable(), left: z.array(personRef).meta({ description: 'Whose it was' }), openedAt: instant, dueAt: instant.nullable(), etag,
}).meta({ id: 'OwnerlessTask' });
