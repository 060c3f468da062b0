import { graphOf } from './graph.ts';
import { mandatoryApprovals } from './paths.ts';
import { stepRule, type Route } from './route.ts';

/** What became of a step between two versions; `fields` are the top-level keys of its rule that differ. */
export interface StepChange { readonly path: string; readonly change: 'added' | 'removed' | 'changed'; readonly fields: readonly string[] }

export interface RouteDiff {
  /** Keys of the route's head that differ: title, units, fields … */
  readonly head: readonly string[];
  readonly steps: readonly StepChange[];
  /** For each issue of either version: the mandatory approvals before and after, where they differ. */
  readonly approvals: readonly { readonly issue: string; readonly before: readonly string[]; readonly after: readonly string[] }[];
}

/** What changes between two versions of a route, sub-routes included. Pure. */
export function diffRoutes(from: Route, to: Route): RouteDiff {
  const before = [...graphOf(from).keys()];
  const after = [...graphOf(to).keys()];
  const steps = [...new Set([...before, ...after])].flatMap((path): StepChange[] => {
    if (!after.includes(path)) return [{ path, change: 'removed', fields: [] }];
    if (!before.includes(path)) return [{ path, change: 'added', fields: [] }];
    const fields = differing(stepRule(from, path), stepRule(to, path));
    return fields.length > 0 ? [{ path, change: 'changed', fields }] : [];
  });
  return { head: differing(headOf(from), headOf(to)), steps, approvals: approvalsBetween(from, to) };
}

function headOf({ steps: _steps, parts: _parts, ...head }: Route): object {
  return head;
}

function approvalsBetween(from: Route, to: Route): RouteDiff['approvals'] {
  const issues = (route: Route): string[] => [...graphOf(route)].filter(([, node]) => node.rule.kind === 'issue').map(([path]) => path);
  return [...new Set([...issues(from), ...issues(to)])].flatMap((issue) => {
    const before = issues(from).includes(issue) ? [...mandatoryApprovals(from, issue)].sort() : [];
    const after = issues(to).includes(issue) ? [...mandatoryApprovals(to, issue)].sort() : [];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ issue, before, after }];
  });
}

function differing(a: object, b: object): string[] {
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => sorted(left[key]) !== sorted(right[key])).sort();
}

/** JSON with keys in order, so that the order in the file makes no difference. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (v !== null && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([x], [y]) => (x < y ? -1 : 1))) : v)) ?? '';
}
