import { SECRECY_LEVELS } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, id, instant, name, pageOf, paging, unitRef, uuid } from './basics.ts';
import { reasonShape } from './compose-reasons.ts';

export const composeItemsQuery = z.strictObject({ ...paging, search: z.string().max(200).optional() });
/** An item that the asker may open a dossier for: of their unit, and carried by none. */
export const composeItemShape = z.object({
  id: uuid, code: z.string(), no: z.int(), kind: z.string(), title: z.string(), programme: z.object({ id: z.string(), code: z.string(), title: z.string() }), leadUnit: unitRef, cooperating: z.array(unitRef), authority: unitRef,
  directing: z.string(), deadline: z.object({ text: z.string(), precision: z.string(), on: day }),
}).meta({ id: 'ComposeItem' });
export const composeItemsShape = pageOf(composeItemShape, 'ComposeItemPage');

export const composeRoutesQuery = z.strictObject({
  item: z.string().min(1).max(100).optional().meta({ description: 'The item’s code; without it `kind`, `leadUnit` and `authority` say what the dossier is' }), kind: name.optional(), leadUnit: id.optional(), authority: id.optional(),
});
const routeStep = z.object({ path: z.string(), kind: z.string(), title: bilingual.nullable(), opens: instant.meta({ description: 'If everybody takes the whole term' }), due: instant.nullable() }).meta({ id: 'ComposeStep' });
const routeField = z.object({ name: z.string(), type: z.enum(['money', 'number', 'boolean', 'text', 'date']), title: bilingual.nullable(), default: z.union([z.boolean(), z.number(), z.string()]).nullable() });
/** A route that fits, played from today: an estimate, never a promise. */
export const composeRouteShape = z.object({
  id: z.string(), version: z.int(), title: bilingual, mayStart: z.boolean(), because: reasonShape.nullable(), needs: z.array(z.string()).meta({ description: 'Roles of documents that the first draft has to have' }),
  unbound: z.object({ units: z.array(z.string()), groups: z.array(z.string()), bodies: z.array(z.string()), register: z.boolean() }).meta({ description: 'Roles that have to be bound beside what is known' }),
  fields: z.array(routeField), steps: z.array(routeStep), workingDays: z.int().nullable().meta({ description: 'From today to the issue, if everybody takes the whole term' }),
  earliest: day.nullable(), issuedOn: day.nullable().meta({ description: 'Dự kiến ban hành' }), withoutTerm: z.array(z.string()).meta({ description: 'Steps whose time is not counted, since they have no term' }), afterDeadline: z.boolean(),
}).meta({ id: 'ComposeRoute' });
export const composeRoutesShape = z.object({ items: z.array(composeRouteShape), note: bilingual }).meta({ id: 'ComposeRoutes' });

const uploadShape = z.object({ maxBytes: z.int(), maxMegabytes: z.number(), types: z.array(z.object({ mediaType: z.string(), extensions: z.array(z.string()), title: bilingual })) }).meta({ id: 'UploadRules' });
/** What is asked before anything is sent, and what may be sent. */
export const composeRulesShape = z.object({
  secrecy: z.array(z.object({ level: z.enum(SECRECY_LEVELS), title: bilingual, allowed: z.boolean() })), upload: uploadShape, kinds: z.array(z.object({ kind: z.string(), title: bilingual })),
  roles: z.array(z.object({ role: z.string(), title: bilingual })).meta({ description: 'Names of the usual roles of documents; a route may have others' }),
  units: z.array(unitRef).meta({ description: 'Units for which the asker may open a dossier' }), registers: z.array(z.object({ id: z.string(), issuer: z.string(), type: z.string(), notation: z.string() })),
}).meta({ id: 'ComposeRules' });

/** What an open draft has to have before it may be submitted, and what of it is missing. */
export const submissionNeedsShape = z.object({
  step: z.object({ id: uuid, path: z.string(), title: bilingual.nullable() }).nullable().meta({ description: 'The open draft; null: none is open' }),
  documents: z.array(z.object({ role: z.string(), title: bilingual, document: z.object({ id: uuid, no: z.int() }).nullable() })), missing: z.array(z.string()).meta({ description: 'Roles without a document' }),
  responses: z.object({ asked: z.boolean(), opinions: z.int(), unanswered: z.array(uuid).meta({ description: 'Opinions (decisions) without an answer' }) }), maySubmit: z.boolean(), because: reasonShape.nullable(),
}).meta({ id: 'SubmissionNeeds' });
