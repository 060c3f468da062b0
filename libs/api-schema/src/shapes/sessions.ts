import { z } from 'zod';
import { instant } from './basics.ts';

const demo = z.boolean().meta({ description: 'Whether people sign in with one click, as sample people' });

/** Whose browser this is. Instants are real time, never the business clock's. */
export const sessionShape = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false), demo }),
  z.object({
    signedIn: z.literal(true), demo, person: z.string(), name: z.string(),
    csrf: z.string().meta({ description: 'What every request but GET and HEAD carries as x-totrinh-csrf' }),
    signedInAt: instant.meta({ description: 'When the person proved who they are' }),
    idleUntil: instant.meta({ description: 'Ends then unless it is used; reading this is no use' }),
    until: instant.meta({ description: 'Ends then in any case' }),
  }),
]).meta({ id: 'Session' });

export const sessionEndedShape = z.object({
  ended: z.int().min(0).meta({ description: 'How many sessions were ended' }),
  next: z.url().nullable().meta({ description: 'Where the browser goes to be signed out at the provider too; null where that knows no such address' }),
}).meta({ id: 'SessionEnded' });
