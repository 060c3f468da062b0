import { SECRECY_LEVELS } from '@totrinh/domain';
import { z } from 'zod';
import { day, fields, id, name, path, uuid, words } from './basics.ts';

/** What acts on a dossier carry. */
const reason = words.nullish();
/** Roles are named as the route names them. */
const roleName = z.string().min(1).max(64);
const bound = z.record(roleName, id);

/** Whoever sends says what it is; Mật and above is refused. */
const secrecy = z.enum(SECRECY_LEVELS).optional().meta({ description: 'thuong where it is left out' });
/** What an item would have said. */
const free = z.strictObject({
  kind: name, leadUnit: id, authority: id, appraisingUnit: id.nullish(), issuingUnit: id, cooperating: z.array(id).max(100).nullish(), register: z.strictObject({ issuer: id, type: name }).nullish(),
}).meta({ id: 'FreeDossier', description: 'A dossier that carries out no item of a programme' });

export const createBody = z.strictObject({
  route: z.string().min(1).max(100), version: z.int().min(1).nullish(), item: z.string().min(1).max(100).nullish(), free: free.nullish(), title: z.string().nullish(), dueOn: day.nullish(), secrecy,
  fields: fields.nullish().meta({ description: 'Typed facts that the route declares' }),
  roles: z.strictObject({ units: bound.optional(), groups: z.record(roleName, z.array(id).max(500)).optional(), bodies: bound.optional() }).nullish().meta({ description: 'Units and bodies for roles that the item does not bind, or instead of those it does' }),
}).refine(({ item, free: without }) => (item == null) !== (without == null), { path: ['item'], message: 'cần đúng một trong hai: item, free · exactly one of item and free is needed' }).meta({ id: 'CreateRequest' });
export const editBody = z.strictObject({ title: z.string().optional(), dueOn: day.optional(), fields: fields.optional() }).meta({ id: 'EditRequest' });
/** The fields of an attachment beside its file. */
export const attachFields = z.strictObject({ role: name, name: z.string(), secrecy });
export const commentBody = z.strictObject({ text: words, mentions: z.array(id).max(50).optional() }).meta({ id: 'CommentRequest' });

export const respondBody = z.strictObject({ decision: uuid, verdict: z.enum(['accepted', 'partly', 'not']), reason }).meta({ id: 'RespondRequest' });
export const answerDemandBody = z.strictObject({ demand: uuid, text: words, document: uuid.nullish() }).meta({ id: 'AnswerDemandRequest' });
export const askBody = z.strictObject({ person: id, step: uuid.nullish(), text: words }).meta({ id: 'AskRequest' });
export const addParticipantBody = z.strictObject({ step: uuid, unit: id.nullish(), person: id.nullish(), reason })
  .refine(({ unit, person }) => (unit == null) !== (person == null), { path: ['unit'], message: 'cần đúng một trong hai: unit, person · exactly one of unit and person is needed' })
  .meta({ id: 'AddParticipantRequest' });
export const removeParticipantBody = z.strictObject({ task: uuid, reason }).meta({ id: 'RemoveParticipantRequest' });
export const correctRosterBody = z.strictObject({ step: uuid, document: uuid.nullish(), reason }).meta({ id: 'CorrectRosterRequest' });
export const stepReasonBody = z.strictObject({ step: uuid, reason }).meta({ id: 'StepRequest' });

export const suspendBody = z.strictObject({ until: day, reason }).meta({ id: 'SuspendRequest' });
export const skipBody = z.strictObject({ step: uuid, outcome: z.string().min(1).max(64).nullish(), reason }).meta({ id: 'SkipRequest' });
export const redoBody = z.strictObject({ step: uuid, to: path, reason }).meta({ id: 'RedoRequest' });
export const repairBody = z.strictObject({ to: path, reason }).meta({ id: 'RepairRequest' });
export const reopenBody = z.strictObject({ to: path.nullish(), reason }).meta({ id: 'ReopenRequest' });
export const migrateBody = z.strictObject({ version: z.int().min(1), mapping: z.record(path, path).nullish(), reason }).meta({ id: 'MigrateRequest' });
export const arriveBody = z.strictObject({ name }).meta({ id: 'ArriveRequest' });
export const withdrawBody = z.strictObject({ how: z.enum(['replace', 'correct', 'revoke']), reason, replacedBy: uuid.nullish() }).meta({ id: 'WithdrawRequest' });
export const proposalParams = z.strictObject({ id: uuid, proposal: uuid });
export const placeOnAgendaBody = z.strictObject({ meeting: uuid, step: uuid }).meta({ id: 'AgendaRequest' });
export const putOffBody = z.strictObject({ meeting: uuid, step: uuid, reason, to: uuid.nullish() }).meta({ id: 'PutOffRequest' });
