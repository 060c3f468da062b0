import { DESK_COMPONENTS, OFFICE_STAGES } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, day, id, instant, paging, unitRef, uuid } from './basics.ts';
import { dossierOfTask } from './tasks.ts';

const stage = z.enum(OFFICE_STAGES);

/** A component of a dossier as the office wants it: there as a document or by the record itself (an appraisal decided, each opinion answered), or missing; `notAsked` where the route asks for none. */
const componentShape = z.object({
  name: z.enum(DESK_COMPONENTS), title: bilingual, state: z.enum(['present', 'missing', 'notAsked']), by: z.enum(['document', 'record']).nullable(),
  document: z.object({ id: uuid, role: z.string(), no: z.int().meta({ description: 'Which draft: lần 1, 2, 3' }), on: day, name: z.string().nullable() }).nullable(),
  askedBy: z.array(z.object({ path: z.string(), title: bilingual.nullable() })).meta({ description: 'The steps of the route that ask for it' }),
}).meta({ id: 'OfficeDeskComponent' });

const deskMeeting = z.object({ id: uuid, title: z.string(), on: day, place: z.string(), state: z.enum(['planned', 'held', 'closed']), body: unitRef }).meta({ id: 'OfficeDeskMeeting' });

export const officeDeskRowShape = z.object({
  dossier: dossierOfTask, stage, since: instant, step: z.object({ id: uuid, path: z.string(), kind: z.string(), title: bilingual.nullable() }).nullable(), body: unitRef.nullable(), meeting: deskMeeting.nullable(),
  components: z.array(componentShape), complete: z.boolean(), missing: z.array(z.enum(DESK_COMPONENTS)), dueAt: instant.nullable(), number: z.string().nullable(), issuedOn: day.nullable(),
}).meta({ id: 'OfficeDeskRow' });

export const officeDeskShape = z.object({
  items: z.array(officeDeskRowShape), next: z.string().nullable(),
  stages: z.array(z.object({ stage, title: bilingual, count: z.int(), lacking: z.int().meta({ description: 'How many of them lack something' }) })).meta({ description: 'Every stage in its order, whatever the filter' }),
}).meta({ id: 'OfficeDesk' });

export const officeDeskQuery = z.strictObject({ ...paging, stage: stage.optional(), body: id.optional(), leadUnit: id.optional(), lacking: z.enum(['true', 'false']).optional(), search: z.string().max(200).optional() });
