import { ERROR_CODES } from '@totrinh/domain';
import { z } from 'zod';
import { actAnswerShape, officeActionShape } from './acts.ts';
import { day, etag, id, path, personRef, uuid, words } from './basics.ts';
import { problemSchema } from '../errors/problem.ts';

/** What acts on the office carry, and what they answer. */
export const absenceBody = z.strictObject({ person: id.optional().meta({ description: 'Who is away; by default whoever asks' }), substitute: id, from: day, to: day, routes: z.array(z.string().min(1).max(100)).min(1).max(50).nullish() }).meta({ id: 'AbsenceRequest' });
export const absenceAnswerShape = z.object({ act: uuid, absence: uuid }).meta({ id: 'AbsenceAnswer' });
export const absenceShape = z.object({ id: uuid, person: personRef, substitute: personRef, from: day, to: day, endedOn: day.nullable(), routes: z.array(z.string()).nullable(), holds: z.boolean().meta({ description: 'Whether it holds today' }), allowedActions: z.array(officeActionShape).meta({ description: 'To end it; empty once it is over' }) }).meta({ id: 'Absence' });

const bulkKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);
/** Each act as it would be sent alone: its own key, its own version, its own body. */
const bulkAct = z.strictObject({
  verb: z.enum(['decide', 'transfer', 'claim', 'seen']), task: uuid, ifMatch: etag.optional(), key: bulkKey,
  body: z.strictObject({ outcome: z.string().min(1).max(64).optional(), reason: words.nullish(), to: path.nullish(), person: id.optional() }).default({}),
}).meta({ id: 'BulkAct' });
export const bulkBody = z.strictObject({ acts: z.array(bulkAct).min(1).max(100) }).meta({ id: 'BulkRequest' });
const bulkLine = z.object({ task: uuid, verb: z.string(), key: z.string(), ok: z.boolean(), code: z.enum(ERROR_CODES).nullable(), problem: problemSchema.nullable(), answer: actAnswerShape.pick({ act: true, dossier: true, version: true, ids: true, moving: true }).nullable() }).meta({ id: 'BulkLine' });
export const bulkAnswerShape = z.object({ lines: z.array(bulkLine), accepted: z.int(), refused: z.int() }).meta({ id: 'BulkAnswer' });

export const noticeAnswerShape = z.object({ unread: z.int() }).meta({ id: 'NoticeAnswer' });

export const voidNumberBody = z.strictObject({ reason: words, series: z.string().min(1).max(32).nullish() }).meta({ id: 'VoidNumberRequest' });
export const voidNumberAnswerShape = z.object({ act: uuid, register: z.string(), series: z.string(), number: z.int(), text: z.string() }).meta({ id: 'VoidNumberAnswer' });
