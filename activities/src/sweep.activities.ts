import { sweep, type Desk } from '@totrinh/casework';
import type { SweepActivities } from '@totrinh/messages';

export interface SweepActivityParts {
  readonly desk: Desk;
  /** How many times as fast as real time the business clock runs; 1 for the real clock. */
  readonly clockSpeed: number;
  /** Which of these dossiers no workflow leads. */
  readonly missing: (dossiers: readonly string[]) => Promise<readonly string[]>;
  /** Starts the clock of deadlines where it is missing. */
  readonly keepClock: () => Promise<void>;
}

/** What the sweep asks of casework; the clock is looked after each time. */
export function createSweepActivities({ desk, clockSpeed, missing, keepClock }: SweepActivityParts): SweepActivities {
  return {
    async sweepOnce(minute) {
      await keepClock();
      return sweep(desk, { sweep: minute, clockSpeed, missing });
    },
  };
}
