import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait (ms, 15,000 by default) and how often to look (ms, 50 by default). */
export interface EventuallyOptions {
  readonly withinMs?: number;
  readonly everyMs?: number;
}

/**
 * Waits until `probe` gives something other than undefined, null or false, and returns it. The only place in the tests that lets
 * time pass: a test names the condition it waits for. A probe that throws is asked again; its last error is told at the end.
 * @throws Error that names the condition when the span is over.
 */
export async function eventually<T>(
  condition: string,
  probe: () => T | Promise<T>,
  { withinMs = 15_000, everyMs = 50 }: EventuallyOptions = {},
): Promise<Exclude<T, undefined | null | false>> {
  const began = performance.now();
  let last: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found as Exclude<T, undefined | null | false>;
      last = found;
    } catch (error) {
      last = error;
    }
    if (performance.now() - began > withinMs) {
      const said = last instanceof Error ? last.message : String(last);
      throw new Error(`not within ${withinMs} ms: ${condition} (last: ${said})`, { cause: last });
    }
    await pause(everyMs);
  }
}
