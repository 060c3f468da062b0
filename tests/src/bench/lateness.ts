import { setTimeout as pause } from 'node:timers/promises';

/** How often the database is looked at: what fires between two looks counts as late as the second. */
const EVERY_MS = 50;

/** How late things were that were all due at one instant, in milliseconds: the first, the last, and the shares between. */
export interface Lateness { readonly first: number; readonly p50: number; readonly p99: number; readonly last: number; readonly drain: number; readonly seen: number }

/**
 * Looks until all `total` have fired, or until `withinMs` after the instant; `fired` counts those that others can see by now. Measured from outside, by what
 * is committed: an engine's own stamps say when it began.
 */
export async function watchLateness(dueAt: number, total: number, fired: () => Promise<number>, withinMs = 400_000): Promise<Lateness> {
  const looks: { at: number; n: number }[] = [];
  await pause(Math.max(0, dueAt - Date.now() - 200));
  for (let n = 0; n < total && Date.now() < dueAt + withinMs;) {
    const began = Date.now();
    const now = await fired();
    if (now > n) looks.push({ at: Date.now() - dueAt, n: now });
    n = now;
    await pause(Math.max(0, EVERY_MS - (Date.now() - began)));
  }
  const seen = looks.at(-1)?.n ?? 0;
  const share = (q: number): number => looks.find((l) => l.n >= Math.ceil(q * seen))?.at ?? Number.NaN;
  const [first, last] = [looks[0]?.at ?? Number.NaN, looks.at(-1)?.at ?? Number.NaN];
  return { first, p50: share(0.5), p99: share(0.99), last, drain: last - first, seen };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);
export const LATENESS_HEAD = ['seconds late', 'fired', 'first', 'p50', 'p99', 'last = max', 'first to last'] as const;

export function latenessRow(name: string, l: Lateness): string[] {
  return [name, String(l.seen), seconds(l.first), seconds(l.p50), seconds(l.p99), seconds(l.last), seconds(l.drain)];
}
