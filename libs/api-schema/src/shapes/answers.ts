import type { z } from 'zod';
import type { dossierRowShape, dossierShape, eventShape } from './dossiers.ts';
import type { deskPageShape, deskRowShape } from './desk-lists.ts';
import type { queueShape, taskShape } from './tasks.ts';

/** Answers as types, for whoever presents or reads them. */
export type DossierAnswer = z.infer<typeof dossierShape>;
export type DossierRowAnswer = z.infer<typeof dossierRowShape>;
export type EventAnswer = z.infer<typeof eventShape>;
export type QueueAnswer = z.infer<typeof queueShape>;
export type DeskAnswer = z.infer<typeof deskPageShape>;
export type DeskRowAnswer = z.infer<typeof deskRowShape>;
export type TaskAnswer = z.infer<typeof taskShape>;
