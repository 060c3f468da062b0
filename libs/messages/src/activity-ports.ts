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

/** What the clock asks of the world. */
export interface ClockActivities {
  /** Fires every rung that is due, in batches, each once. */
  fireDueRungs(): Promise<FiredRungs>;
}
