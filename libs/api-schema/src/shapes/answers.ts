import type { z } from 'zod';
import type { dossierRowShape, dossierShape, eventShape } from './dossiers.ts';
import type { queueShape, taskShape } from './tasks.ts';

/** Answers as types, for whoever presents or reads them. */
export type DossierAnswer = z.infer<typeof dossierShape>;
export type DossierRowAnswer = z.infer<typeof dossierRowShape>;
export type EventAnswer = z.infer<typeof eventShape>;
export type QueueAnswer = z.infer<typeof queueShape>;
export type TaskAnswer = z.infer<typeof taskShape>;
