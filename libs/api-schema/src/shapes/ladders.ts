import { ladderSchema } from '@totrinh/domain';
import { z } from 'zod';
import { instant, uuid } from './basics.ts';

export const ladderShape = z.object({ id: z.string(), version: z.int(), rules: z.record(z.string(), z.unknown()), publishedAt: instant, publishedBy: z.string().nullable().meta({ description: 'null: comes with the system' }) }).meta({ id: 'Ladder' });
export const laddersShape = z.object({ items: z.array(ladderShape) }).meta({ id: 'Ladders' });
/** A ladder as it is written: name, title, rungs. */
export const ladderBody = z.record(z.string(), z.unknown()).meta({ id: 'LadderRequest', description: 'See /ladders/schema' });
export const ladderAnswerShape = z.object({ act: uuid, ladder: z.string(), version: z.int() }).meta({ id: 'LadderAnswer' });

/** The JSON Schema of a ladder, for editors. */
export function ladderJsonSchema(): unknown {
  return z.toJSONSchema(ladderSchema, { io: 'input' });
}
