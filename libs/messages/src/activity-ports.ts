import type { Move } from './lifecycle.ts';

/** What a dossier's lifecycle asks of the world. Takes ids only. */
export interface CaseActivities {
  /** Opens what the ledger calls for. Doing it twice does nothing. Throws ApplicationFailure `DOSSIER_NOT_FOUND` (not retried). */
  advance(dossierId: string): Promise<Move>;
}

/** Automatic steps: each is done at least once and recorded once, under the step's id as its key. */
export interface EffectActivities {
  /** Runs a notify or webhook step and settles it; nothing where the step is no longer open. Fails, to be tried again, while the other side is away. */
  runEffect(dossierId: string, stepId: string): Promise<void>;
}

export interface FiredRungs {
  readonly fired: number;
  /** Milliseconds that the clock may sleep before the next rung may be due, at most 15,000. */
  readonly sleepMs: number;
}

/** How far a re-plan is. Numbers are of steps; `left`: dossiers that still wait on an older calendar. */
export interface ReplanRound {
  /** The last dossier that was looked at, to go on behind it; null: the end was reached. */
  readonly after: string | null;
  readonly moved: number;
  readonly asked: number;
  readonly unchanged: number;
  readonly left: number;
}

/** What the re-plan after a change of calendar asks of the world. */
export interface ReplanActivities {
  /** Reckons open dossiers behind `after` (null: from the first) with the calendars that hold now, for some seconds. Doing it twice does nothing more. */
  replanBatch(after: string | null): Promise<ReplanRound>;
}

/** What the clock asks of the world. */
export interface ClockActivities {
  /** Fires every rung that is due, in batches, each once. */
  fireDueRungs(): Promise<FiredRungs>;
}

/** What one sweep examined, found and mended; `left` waits for people. */
export interface SweptCounts {
  readonly examined: number;
  readonly found: number;
  readonly mended: number;
  readonly left: number;
}

/** What the sweep asks of the world. */
export interface SweepActivities {
  /** Looks at the share of the open dossiers that belongs to this minute of the hour (0 to 59), and mends what needs no person. Doing it twice does nothing more. */
  sweepOnce(minute: number): Promise<SweptCounts>;
}

export interface DeliveredRound {
  readonly sent: number;
  readonly failed: number;
  /** Milliseconds to sleep before something may be due again, at most 15,000. */
  readonly sleepMs: number;
}

/** What leaves the house: letters and webhooks, and the letters of the day. */
export interface DeliveryActivities {
  /** Sends what is due; at least once each, recorded once. */
  deliverDue(): Promise<DeliveredRound>;
  /** Writes the day's letters, one a person and day. Answers how many are new. */
  writeDigests(): Promise<number>;
}
