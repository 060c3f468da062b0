import { z } from 'zod';
import { day, pageOf, paging, uuid } from './basics.ts';

const seriesShape = z.object({ series: z.string(), first: z.int(), next: z.int(), lastOn: day.nullable(), given: z.int(), missing: z.array(z.int()).meta({ description: 'Numbers without a row; at most 100 are named' }) }).meta({ id: 'RegisterSeries' });

export const registerShape = z.object({
  id: z.string(), issuer: z.string(), type: z.string(), regime: z.enum(['party', 'state']), notation: z.string(), term: z.string(), gives: z.boolean().meta({ description: 'Gives numbers here; else it records those given elsewhere' }), series: z.array(seriesShape),
}).meta({ id: 'Register' });
export const registersShape = pageOf(registerShape, 'RegisterPage');

/** A number given; `dossier` is null where the asker may not see it. */
export const registerNumberShape = z.object({ series: z.string(), number: z.int(), text: z.string(), givenOn: day, dossier: uuid.nullable(), act: uuid, state: z.enum(['given', 'recorded', 'void', 'elsewhere']), reason: z.string().nullable() }).meta({ id: 'RegisterNumber' });
export const registerNumbersShape = pageOf(registerNumberShape, 'RegisterNumberPage');
export const registerNumbersQuery = z.strictObject({ ...paging, series: z.string().max(32).optional() });
