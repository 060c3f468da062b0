import { SCREENS } from '@totrinh/domain';
import { z } from 'zod';
import { day, instant, personRef, unitRef, uuid } from './basics.ts';

const forWhom = personRef.extend({ from: day, to: day, routes: z.array(z.string()).nullable().meta({ description: 'null: in every route' }) });

/** Who asks: the person, the posts held on the office's day, for whom they act, what they may open, and the business clock. */
export const meShape = z.object({
  person: z.string(), name: z.string(), today: day, now: instant,
  posts: z.array(z.object({ appointment: uuid, post: z.string(), role: z.string(), title: z.string(), acting: z.boolean(), unit: unitRef.nullable(), body: unitRef.nullable() })),
  substitutesFor: z.array(forWhom.extend({ absence: uuid })).meta({ description: 'Whose tasks I do today while they are away (xử lý thay)' }),
  authorities: z.array(forWhom.extend({ authority: uuid, number: z.string(), verbs: z.array(z.string()) })).meta({ description: 'Who let me act for them in writing (TUQ), where it holds today' }),
  unread: z.int().meta({ description: 'Notices that I have not read' }),
  is: z.object({ administrator: z.boolean(), office: z.boolean(), leader: z.boolean(), secretary: z.boolean(), clerk: z.boolean(), head: z.boolean(), drafter: z.boolean() }),
  screens: z.array(z.enum(SCREENS)).meta({ description: 'Screens of my menu, in its order' }),
  demo: z.boolean().meta({ description: 'Sample data is in (dữ liệu mẫu)' }),
}).meta({ id: 'Me' });

export const healthShape = z.object({ status: z.enum(['live', 'ready']) }).meta({ id: 'Health' });
