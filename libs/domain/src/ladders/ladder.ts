import { z } from 'zod';
import { name } from '../route/who.ts';

const count = z.number().int().min(1).max(1000);
/** A stretch of time; `days` and `workingDays` end when work begins on a working day, `hours` are counted by the wall clock. */
export const spanSchema = z.union([z.strictObject({ workingDays: count }), z.strictObject({ days: count }), z.strictObject({ hours: count })]);

/** Who is told beside whoever has the task. */
export const WHOM = ['holder', 'headOfUnit', 'superior', 'office', 'secretary', 'drafter', 'leadHead'] as const;
export type Whom = (typeof WHOM)[number];

/**
 * What a rung does. `remind`: whoever has the task, counted as a reminder; `report`: onto the leadership's briefing list; `lapse`: the step ends here
 * rather than on its date, where its route lets it; `addCandidate` and `transfer` only where the office has switched them on.
 */
export const rungActionSchema = z.union([
  z.enum(['remind', 'report', 'raisePriority', 'lapse']),
  z.strictObject({ tell: z.array(z.enum(WHOM)).min(1).max(WHOM.length) }),
  z.strictObject({ addCandidate: z.literal('headOfUnit') }),
  z.strictObject({ transfer: z.literal('headOfUnit') }),
]);

/** When: on the due day, so long before or after it, every so often from the opening, or once so many reminders were sent. */
export const rungTimeSchema = z.union([
  z.literal('due'), z.strictObject({ before: spanSchema }), z.strictObject({ after: spanSchema }), z.strictObject({ every: spanSchema }),
  z.strictObject({ afterReminders: z.number().int().min(1).max(50) }),
]);

export const rungSchema = z.strictObject({
  rung: name,
  at: rungTimeSchema,
  repeat: z.strictObject({ every: spanSchema, atMost: z.number().int().min(2).max(100) }).optional(),
  do: z.array(rungActionSchema).min(1).max(6),
});

/** Quy định nhắc việc: the rungs by which a step's deadline speaks. Published versions never change. */
export const ladderSchema = z.strictObject({
  ladder: name,
  title: z.strictObject({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300) }),
  /** Leaders and bodies are never late: no term passes, and only the office and the secretary are told. */
  leaders: z.boolean().default(false),
  /** Hỏa tốc: fires round the clock; all others speak in office hours on working days. */
  urgent: z.boolean().default(false),
  rungs: z.array(rungSchema).min(1).max(20),
});

export type Span = z.infer<typeof spanSchema>;
export type RungAction = z.infer<typeof rungActionSchema>;
export type RungTime = z.infer<typeof rungTimeSchema>;
export type LadderRung = z.infer<typeof rungSchema>;
export type Ladder = z.infer<typeof ladderSchema>;
/** A published ladder, by the name and version that a rung keeps: `standard:1`. */
export interface PublishedLadder { readonly id: string; readonly version: number; readonly rules: Ladder }
/** The latest version of each ladder by its name. */
export type Ladders = ReadonlyMap<string, PublishedLadder>;

export const ladderKey = (l: Pick<PublishedLadder, 'id' | 'version'>): string => `${l.id}:${l.version}`;
