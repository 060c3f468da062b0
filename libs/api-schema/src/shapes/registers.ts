import { z } from 'zod';
import { day, pageOf, paging, personRef, unitRef, uuid } from './basics.ts';

const seriesShape = z.object({ series: z.string(), first: z.int(), next: z.int(), lastOn: day.nullable(), given: z.int(), missing: z.array(z.int()).meta({ description: 'Numbers without a row; at most 100 are named' }) }).meta({ id: 'RegisterSeries' });

export const registerShape = z.object({
  id: z.string(), issuer: z.string(), type: z.string(), regime: z.enum(['party', 'state']), notation: z.string(), term: z.string(), gives: z.boolean().meta({ description: 'Gives numbers here; else it records those given elsewhere' }), series: z.array(seriesShape), keeps: z.boolean().meta({ description: 'Whether the asker keeps it: voids numbers, prints the book' }),
}).meta({ id: 'Register' });
export const registersShape = pageOf(registerShape, 'RegisterPage');

/** A number given; of its dossier (code, title, lead unit, who signed, cooperating units) only what the asker may see: null where they may not. */
export const registerNumberShape = z.object({ series: z.string(), number: z.int(), text: z.string(), givenOn: day, dossier: uuid.nullable(), act: uuid, state: z.enum(['given', 'recorded', 'void', 'elsewhere']), reason: z.string().nullable(),
  document: z.object({ code: z.string(), title: z.string(), kind: z.string(), leadUnit: unitRef, signers: z.array(personRef), recipients: z.array(unitRef).meta({ description: 'Lead unit and cooperating units of the dossier' }) }).nullable(),
}).meta({ id: 'RegisterNumber' });
export const registerNumbersShape = pageOf(registerNumberShape, 'RegisterNumberPage');
export const registerNumbersQuery = z.strictObject({ ...paging, series: z.string().max(32).optional(), from: day.optional(), to: day.optional(), state: z.enum(['given', 'recorded', 'void', 'elsewhere']).optional() });
