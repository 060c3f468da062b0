const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** How long to wait after each failed try, ms: about three days in all. */
export const DELIVERY_WAITS: readonly number[] = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR];

/** Milliseconds to wait after the n-th try has failed (n from 1); null: it was the last, and a person has to look. */
export function waitAfterTry(n: number): number | null {
  return DELIVERY_WAITS[n - 1] ?? null;
}

/** What became of one try to send. */
export type SendOutcome = { readonly sent: true } | SendFailure;

export interface SendFailure {
  readonly sent: false;
  /** No later try can do better: the address does not exist, or is closed for good. */
  readonly forGood: boolean;
  /** The other side may have taken it all the same. */
  readonly perhapsTaken: boolean;
  /** It is the way that is closed, not this letter: others on the same way need not be tried now. */
  readonly wayClosed: boolean;
  /** For whoever looks after it; no secrets, no contents. */
  readonly reason: string;
}
