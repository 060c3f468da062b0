import type { History } from './lives.ts';

/** Longer payloads than any that is read; what is kept of one is nothing. */
const LONGEST = 50_000;

/** A history as it is kept: as JSON, without what only tells where it was recorded, and without the weight that made it long. */
export function plainHistory(history: History): Record<string, unknown> {
  const left: Readonly<Record<string, string>> = { identity: 'worker', stackTrace: '' };
  return JSON.parse(JSON.stringify(history), (key, value: unknown) => left[key] ?? (key === 'data' && typeof value === 'string' && value.length > LONGEST ? 'IiI=' : value)) as Record<string, unknown>;
}
