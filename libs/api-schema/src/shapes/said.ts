import { z } from 'zod';
import { bilingual } from './basics.ts';

/** One button: what saying it would mean, in the words of the route. `agrees`: the plain yes; everything else is "ý kiến khác". */
export const leaderAnswerShape = z.object({
  verb: z.enum(['decide', 'sign', 'confirm', 'cast']), outcome: z.string(), label: bilingual, agrees: z.boolean(), needsReason: z.boolean(), needsDemands: z.boolean(),
  freshSignIn: z.boolean(), returnTargets: z.array(z.string()),
}).meta({ id: 'LeaderAnswer' });

/** A ballot that is sent in. `onPhones`: whether the office lets it be cast on a phone. */
export const ballotShape = z.object({ mode: z.enum(['written', 'electronic']), secret: z.boolean(), members: z.int(), onPhones: z.boolean() }).meta({ id: 'TaskBallot' });
