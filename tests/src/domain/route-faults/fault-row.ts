import { checkRoute, type Parts, type RouteFaultCode } from '@totrinh/domain';
import { follows } from './written-edges.ts';

/** A class of fault: a route that has it, one that nearly has it and passes, and the step (or field) that its sentences name. */
export interface FaultRow {
  readonly code: RouteFaultCode;
  readonly name: string;
  readonly has: unknown;
  readonly nearly: unknown;
  readonly names: string;
  readonly parts?: Parts;
  readonly nearlyParts?: Parts;
  readonly today?: string;
  /** Where the counter-example ends. */
  readonly ends?: string;
}

export function expectFault({ code, has, names, parts, today, ends }: FaultRow): void {
  const check = checkRoute(has, parts, today);
  if (check.ok) throw new Error('the route passed');
  const fault = check.faults.find((f) => f.code === code && f.vi.includes(`“${names}”`));
  if (!fault) throw new Error(`not among: ${check.faults.map((f) => `${f.code}: ${f.en}`).join(' | ')}`);
  expect(fault.en).toContain(`“${names}”`);
  expect(fault.vi).toMatch(/\.$/);
  expect(fault.way?.at(-1)).toBe(ends);
  for (const { way } of check.faults) if (way) expectWay(has, parts ?? {}, way);
}

/** A way begins at the start and goes on by written edges only. */
export function expectWay(route: unknown, parts: Parts, way: readonly string[]): void {
  expect(way[0]).toBe((route as { start: string }).start);
  for (const [i, step] of way.slice(1).entries()) expect([way[i], step, follows(route, parts, way[i]!, step)]).toEqual([way[i], step, true]);
}

export function expectNone({ nearly, parts, nearlyParts, today }: FaultRow): void {
  const check = checkRoute(nearly, nearlyParts ?? parts, today);
  expect(check.ok ? [] : check.faults.map((f) => `${f.code}: ${f.en}`)).toEqual([]);
}
