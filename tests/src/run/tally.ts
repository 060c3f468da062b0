/** What a part of `npm test` came to. A check (lint, types) counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of what was skipped and of what failed, for the lines before the last. */
  readonly skippedNames: readonly string[];
  readonly failedNames: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] };

export function sum(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    skippedNames: [...one.skippedNames, ...other.skippedNames],
    failedNames: [...one.failedNames, ...other.failedNames],
  };
}

/** The one line that every run ends with. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export const failure = (name: string): Tally => ({ ...nothing, failed: 1, failedNames: [name] });
export const success: Tally = { ...nothing, passed: 1 };
