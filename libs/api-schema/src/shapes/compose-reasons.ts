import { ERROR_CODES } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual } from './basics.ts';

/** Why something may not be done: the code, and the sentence that the catalogue has for it. */
export const reasonShape = z.object({ code: z.enum(ERROR_CODES), why: bilingual }).meta({ id: 'Reason' });
