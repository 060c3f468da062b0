import { ERROR_CODES } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, etag, instant, uuid } from './basics.ts';

/** One verb that the actor may or may not use now; `because` and `why` say why not; `etag` is the If-Match it needs. */
export const allowedActionShape = z.object({
  verb: z.string(),
  task: uuid.nullable(),
  step: z.string().nullable(),
  allowed: z.boolean(),
  because: z.enum(ERROR_CODES).nullable(),
  why: bilingual.nullable(),
  outcomes: z.array(z.string()).optional(),
  returnTargets: z.array(z.string()).optional(),
  targets: z.array(z.string()).optional().meta({ description: 'Ids that the act may name: steps, tasks, opinions, demands, proposals' }),
  etag: etag.nullable(),
}).meta({ id: 'AllowedAction' });

/** One verb on something of the office (a meeting, an absence, an authority, an assignment) that the asker may or may not use now; `because` and `why` say why not. */
export const officeActionShape = z.object({ verb: z.string(), allowed: z.boolean(), because: z.enum(ERROR_CODES).nullable(), why: bilingual.nullable() }).meta({ id: 'OfficeAction' });

/** What an accepted act answers. `version` is the chain's length after the act; `etag` the dossier's tag now. */
export const actAnswerShape = z.object({
  act: uuid,
  dossier: uuid,
  version: z.int(),
  ids: z.record(z.string(), z.string()),
  moving: z.boolean().meta({ description: 'The act stands; the move to the next step is still to come' }),
  etag,
  status: z.enum(['open', 'done', 'rejected', 'cancelled']),
  at: z.array(z.string()).meta({ description: 'Codes of the open steps' }),
  allowedActions: z.array(allowedActionShape),
}).meta({ id: 'ActAnswer' });

/** An act in the record: one for each changing request that was accepted. */
export const actRowShape = z.object({
  id: uuid, verb: z.string(), target: z.string(), dossier: uuid.nullable(), actor: z.string(), correlationId: z.string(), at: instant,
}).meta({ id: 'Act' });

export const actsShape = z.object({ count: z.int(), items: z.array(actRowShape), next: z.string().nullable() }).meta({ id: 'Acts' });

export const reasonBody = z.strictObject({ reason: z.string().nullish() }).meta({ id: 'ReasonRequest' });
export const emptyBody = z.strictObject({}).meta({ id: 'EmptyRequest' });

export type AllowedActionAnswer = z.infer<typeof allowedActionShape>;
export type OfficeActionAnswer = z.infer<typeof officeActionShape>;
export type ActAnswerBody = z.infer<typeof actAnswerShape>;
