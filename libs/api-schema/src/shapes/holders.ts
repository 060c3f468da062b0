import { HOLDINGS } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, instant, personRef, unitRef, uuid } from './basics.ts';
import { stepOfTask } from './tasks.ts';

/** Somebody who had it: a person in a capacity, or those to whom it was on offer, or a body. */
const holderShape = z.object({
  task: uuid.nullable(), person: personRef.nullable(), capacity: z.string().nullable(), post: z.string().nullable(), unit: unitRef.nullable(), body: unitRef.nullable(), candidates: z.array(personRef),
}).meta({ id: 'Holder' });

/** One stretch of a lane. `late` is null where nobody can be: before leaders, without a term, in the system’s hands. */
const spanShape = z.object({
  from: instant, to: instant, running: z.boolean().meta({ description: 'It still goes on; `to` is now' }), is: z.enum(HOLDINGS).meta({ description: 'đang giữ · chờ nhận · trước lãnh đạo, tập thể · hệ thống, đang chuyển bước · chờ sự kiện · tạm dừng · ở các nhánh · không ai giữ · đã kết thúc' }),
  words: bilingual, step: stepOfTask.extend({ id: uuid }).nullable(), holders: z.array(holderShape), workingMinutes: z.int(), workingDays: z.number().meta({ description: 'The working time in days of this calendar, to a tenth' }),
  dueAt: instant.nullable(), late: z.boolean().nullable(), leaders: z.boolean(),
}).meta({ id: 'HolderSpan' });

/** Ai giữ bao lâu: `lanes[0]` is the dossier’s own, the others are branches. In each lane the spans follow one another without a gap or an overlap. */
export const holdersShape = z.object({
  dossier: uuid, from: instant, to: instant, running: z.boolean(),
  lanes: z.array(z.object({ lane: z.string(), title: bilingual.nullable(), from: instant, to: instant, spans: z.array(spanShape) })),
}).meta({ id: 'Holders' });
