import { z } from 'zod';
import { day, instant, unitRef, uuid } from './basics.ts';

/** Who asks: the person, the posts held on the office's day, and the business clock. */
export const meShape = z.object({
  person: z.string(), name: z.string(), today: day, now: instant,
  posts: z.array(z.object({ appointment: uuid, post: z.string(), role: z.string(), title: z.string(), unit: unitRef.nullable(), body: unitRef.nullable() })),
}).meta({ id: 'Me' });

export const healthShape = z.object({ status: z.enum(['live', 'ready']) }).meta({ id: 'Health' });
