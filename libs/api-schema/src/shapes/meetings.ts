import { z } from 'zod';
import { allowedActionShape, officeActionShape } from './acts.ts';
import { bilingual, day, etag, id, instant, pageOf, paging, personRef, sha256Hex, unitRef, uuid, words } from './basics.ts';

const head = {
  id: uuid, body: unitRef, on: day, title: z.string(), place: z.string(), state: z.enum(['planned', 'held', 'closed']), papersSentAt: instant.nullable(), version: z.int(), items: z.int(),
};
const agendaItem = z.object({
  sort: z.int(), state: z.enum(['onAgenda', 'putOff', 'decided']), step: uuid, path: z.string(), outcome: z.string().nullable(),
  dossier: z.object({ id: uuid, code: z.string(), title: z.string() }).nullable().meta({ description: 'null where the asker may not see it' }),
  title: bilingual.nullable(), leadUnit: unitRef.nullable(), directing: z.string().nullable(), dossierEtag: etag.nullable(), stepState: z.enum(['open', 'settled', 'cancelled']),
  arithmetic: bilingual.nullable().meta({ description: 'How the result was counted, in one sentence' }), recordTask: uuid.nullable().meta({ description: 'The open task in which the result is recorded' }),
  proposal: z.object({ id: uuid, by: personRef, at: instant }).nullable().meta({ description: 'A result that one has entered and another has to confirm' }),
  allowedActions: z.array(allowedActionShape).meta({ description: 'Of this point: record, confirm or decline the result, put it off' }),
}).meta({ id: 'AgendaItem' });
const member = personRef.extend({ post: z.string(), capacity: z.string(), present: z.boolean().nullable().meta({ description: 'null: not entered' }), note: z.string().nullable() }).meta({ id: 'MeetingMember', description: 'An incumbent of the body on the day of the meeting, in the order of seats' });
const attendance = personRef.extend({ present: z.boolean(), note: z.string().nullable() }).meta({ id: 'Attendance' });
const paper = z.object({ sha256: sha256Hex, name: z.string(), mediaType: z.string(), size: z.int(), kind: z.enum(['paper', 'minutes']) }).meta({ id: 'MeetingPaper' });
const assignment = z.object({ id: uuid, dossier: uuid.nullable(), unit: unitRef, text: z.string(), dueOn: day.nullable(), doneOn: day.nullable(), doneBy: personRef.nullable(), allowedActions: z.array(officeActionShape).meta({ description: 'To say that it is done; empty once it is' }) }).meta({ id: 'Assignment' });

export const meetingsShape = pageOf(z.object(head).meta({ id: 'MeetingRow' }), 'MeetingPage');
export const meetingShape = z.object({ ...head, conclusion: z.string().nullable(), createdBy: personRef, agenda: z.array(agendaItem), attendance: z.array(attendance), papers: z.array(paper), assignments: z.array(assignment), members: z.array(member), allowedActions: z.array(officeActionShape) }).meta({ id: 'Meeting' });
export const meetingsQuery = z.strictObject({ ...paging, body: id.optional(), from: day.optional(), to: day.optional() });

/** What an act on a meeting answers; `version` counts the meeting's changes. */
export const meetingAnswerShape = z.object({ act: uuid, meeting: uuid, version: z.int(), ids: z.record(z.string(), z.string()) }).meta({ id: 'MeetingAnswer' });

export const meetingBody = z.strictObject({ body: id, on: day, title: words, place: words.nullish() }).meta({ id: 'MeetingRequest' });
/** The fields of a meeting's paper beside its file. */
export const paperFields = z.strictObject({ kind: z.enum(['paper', 'minutes']), name: z.string() });
export const attendBody = z.strictObject({ members: z.array(z.strictObject({ person: id, present: z.boolean(), note: words.nullish() })).min(1).max(500) }).meta({ id: 'AttendanceRequest' });
export const agendaOrderBody = z.strictObject({ steps: z.array(uuid).min(1).max(500) }).meta({ id: 'AgendaOrderRequest', description: 'The points of the agenda in their new order' });
export const concludeBody = z.strictObject({
  text: words, assignments: z.array(z.strictObject({ unit: id, text: words, dueOn: day.nullish(), dossier: uuid.nullish() })).max(100).default([]),
}).meta({ id: 'ConclusionRequest' });
