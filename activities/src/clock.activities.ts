import { fireDueRungs, type Desk } from '@totrinh/casework';
import type { ClockActivities } from '@totrinh/messages';

/** Longest sleep of the clock, so that a rung entered meanwhile is at most this late; shortest, so that it never spins. Real ms. */
const LONGEST_MS = 15_000;
/** Where the business clock runs fast, a rung entered meanwhile comes sooner; no sleep is bound to be shorter than this. Real ms. */
const LONGEST_FAST_MS = 500;
const SHORTEST_MS = 50;

export interface ClockActivityParts {
  readonly desk: Desk;
  /** How many times as fast as real time the business clock runs; 1 for the real clock. */
  readonly clockSpeed: number;
}

/** What the clock asks of casework: fires what is due and says how long to sleep. */
export function createClockActivities({ desk, clockSpeed }: ClockActivityParts): ClockActivities {
  return {
    async fireDueRungs() {
      const { fired, nextInMs } = await fireDueRungs(desk);
      return { fired, sleepMs: sleepMsFor(nextInMs, clockSpeed) };
    },
  };
}

/** Real milliseconds to sleep for a rung that is due in `nextInMs` of business time (null: none waits). */
export function sleepMsFor(nextInMs: number | null, clockSpeed: number): number {
  const longest = Math.min(LONGEST_MS, Math.max(LONGEST_FAST_MS, Math.ceil(LONGEST_MS / clockSpeed)));
  if (nextInMs === null) return longest;
  return Math.min(longest, Math.max(SHORTEST_MS, Math.ceil(nextInMs / clockSpeed)));
}
