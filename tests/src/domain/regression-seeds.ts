/** Where fast-check once found a walk that broke a rule, and what was wrong; each is walked again before a fresh seed. */
export interface RegressionSeed { readonly seed: number; readonly path: string; readonly because: string }

export const REGRESSION_SEEDS: readonly RegressionSeed[] = [
  { seed: -1386668962, path: '1021', because: 'a body that stands in for a barred candidate asked one person with two posts twice' },
];
