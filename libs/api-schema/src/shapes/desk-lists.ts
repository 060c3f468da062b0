import { BULK_ACTS, DESK_LISTS, DESK_SORTS, DUE_GROUPS, MOST_VIEWS, TOLD_KINDS, TROUBLES, URGENCIES } from '@totrinh/domain';
import { z } from 'zod';
import { etag, filterWord, instant, paging, personRef, unitRef, uuid, words } from './basics.ts';
import { standingShape } from './deadlines.ts';
import { taskPurpose } from './dossier-parts.ts';
import { dossierOfTask, stepOfTask } from './tasks.ts';

const list = z.enum(DESK_LISTS).meta({ description: 'cần xử lý · đã chuyển, chờ kết quả · nhận để biết · đã xử lý · vướng mắc' });
const sort = z.enum(DESK_SORTS);
export const search = filterWord(200).meta({ description: 'Every word, without accents, in code, title, lead unit or number' });

/** What of a list; a filter that a list has no notion of narrows nothing there. The same words stand in the address and in a saved view. */
export const deskFilter = {
  kind: filterWord(20).optional().meta({ description: 'Kind of the step' }),
  dossierKind: filterWord(64).optional(),
  leadUnit: filterWord(100).optional(),
  urgency: z.enum(URGENCIES).optional().meta({ description: 'thường · khẩn · thượng khẩn · hỏa tốc' }),
  due: z.enum(DUE_GROUPS).optional().meta({ description: 'Of todo and waiting' }),
  offered: z.enum(['true', 'false']).optional().meta({ description: 'Of todo: offered (true) or held (false)' }),
  inSteadOf: filterWord(100).optional().meta({ description: 'Of todo: the person in whose stead, or by whose authority' }),
  bulk: z.literal('true').optional().meta({ description: 'Of todo: what may be reviewed or consented to in bulk' }),
  search: search.optional(),
};
export const deskListParams = z.strictObject({ list });
export const deskListQuery = z.strictObject({ ...paging, ...deskFilter, sort: sort.optional().meta({ description: 'due where nothing is said; informed and done come newest first and take due for newest' }) });

/** Where a dossier lies: an open step, with whoever has it (`offered`: nobody took it yet, and `people` may). */
export const deskPlaceShape = z.object({
  step: stepOfTask, unit: unitRef.nullable(), people: z.array(personRef).meta({ description: 'At most three' }), more: z.int().meta({ description: 'How many beside them' }),
  offered: z.boolean(), since: instant, dueAt: instant.nullable(), standing: standingShape.nullable(),
}).meta({ id: 'DeskPlace' });

const dossier = z.object({ ...dossierOfTask.shape, status: z.enum(['open', 'done', 'rejected', 'cancelled']), number: z.string().nullable(), round: z.int() }).meta({ id: 'DeskDossier' });
const settled = z.object({ outcome: z.string().nullable().meta({ description: 'null: settled by another act than a decision, such as a submission or an issue; also a secret ballot' }), label: z.string().nullable(), at: instant, by: personRef.nullable() }).meta({ id: 'DeskSettled' });
const told = z.object({ kind: z.enum(TOLD_KINDS), at: instant, read: z.boolean(), notice: uuid.nullable().meta({ description: 'null: a mention' }), by: personRef.nullable() }).meta({ id: 'DeskTold' });
const trouble = z.object({ kind: z.enum(TROUBLES).meta({ description: 'nobody may do it any more · the system could not move it on' }), since: instant, left: z.array(personRef).meta({ description: 'Whose it was' }) }).meta({ id: 'DeskTrouble' });

/** One line of a desk. In todo, done and troubled it is a task's; in waiting and informed a dossier's. */
export const deskRowShape = z.object({
  id: z.string().meta({ description: 'Unique in its list' }), task: uuid.nullable(), dossier, step: stepOfTask.nullable(), unit: unitRef.nullable(), purpose: taskPurpose.nullable(),
  holder: personRef.nullable(), offered: z.boolean(), seen: z.boolean(), openedAt: instant, dueAt: instant.nullable(), standing: standingShape.nullable(), urgency: z.enum(URGENCIES),
  asHelper: z.boolean(), inSteadOf: personRef.nullable(), byAuthorityOf: personRef.nullable(),
  etag: etag.nullable().meta({ description: 'Of the task, for acting on it from the list' }), bulk: z.array(z.enum(BULK_ACTS)),
  now: z.array(deskPlaceShape).meta({ description: 'Where the dossier lies now; empty in todo, and where it has ended' }), moving: z.boolean(),
  settled: settled.nullable().meta({ description: 'In done' }), told: told.nullable().meta({ description: 'In informed' }), trouble: trouble.nullable().meta({ description: 'In troubled' }),
}).meta({ id: 'DeskRow' });
export const deskPageShape = z.object({ items: z.array(deskRowShape), next: z.string().nullable(), count: z.int().nullable().meta({ description: 'How many there are by this filter; null behind the first page' }) }).meta({ id: 'DeskPage' });

export const deskCountsShape = z.object({
  todo: z.object({
    count: z.int(), offered: z.int(), overdue: z.int(), today: z.int(), soon: z.int(), beforeLeaders: z.int(), bulk: z.int().meta({ description: 'May be reviewed or consented to in bulk' }),
    inSteadOf: z.array(z.object({ ...personRef.shape, count: z.int() })),
  }),
  waiting: z.object({ count: z.int() }), informed: z.object({ count: z.int(), unread: z.int() }), done: z.object({ count: z.int() }), troubled: z.object({ count: z.int() }),
}).meta({ id: 'DeskCounts' });

const viewFilter = z.strictObject(deskFilter).meta({ id: 'ViewFilter' });
/** What a person asks a view to be; its name is unique among theirs. */
export const viewBody = z.strictObject({ name: words, list, filter: viewFilter, sort: sort.nullish() }).meta({ id: 'ViewRequest' });
export const changeViewBody = z.strictObject({ ...viewBody.shape, version: z.int().min(1).meta({ description: 'The version that was looked at' }) }).meta({ id: 'ChangeViewRequest' });
export const orderViewsBody = z.strictObject({ views: z.array(uuid).max(MOST_VIEWS).meta({ description: 'All of them, in the order wanted' }) }).meta({ id: 'OrderViewsRequest' });
export const viewShape = z.object({ id: uuid, name: z.string(), list, filter: viewFilter, sort: sort.nullable(), version: z.int() }).meta({ id: 'SavedView' });
export const viewsShape = z.object({ items: z.array(viewShape) }).meta({ id: 'SavedViews' });
export const viewAnswerShape = z.object({ act: uuid, view: uuid, version: z.int() }).meta({ id: 'ViewAnswer' });
export const viewRemovedShape = z.object({ act: uuid, view: uuid }).meta({ id: 'ViewRemoved' });
export const viewsOrderedShape = z.object({ act: uuid, views: z.int() }).meta({ id: 'ViewsOrdered' });
