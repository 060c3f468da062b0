import type { History } from './lives.ts';

/** A history as it is kept: as JSON, without what only tells where it was recorded. */
export function plainHistory(history: History): Record<string, unknown> {
  const left: Readonly<Record<string, string>> = { identity: 'worker', stackTrace: '' };
  return JSON.parse(JSON.stringify(history), (key, value: unknown) => left[key] ?? value) as Record<string, unknown>;
}
