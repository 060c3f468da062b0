/** Seeds of random walks that once failed; each is walked again before a fresh one. */
export const REGRESSION_SEEDS: readonly number[] = [];
