import type { Route, StepRule } from './route.ts';

/** Paths that can be reached from `from` without entering a step of `without`. */
export function reachable(route: Route, from: string, without: ReadonlySet<string> = new Set()): Set<string> {
  return walk(route, from, without, null);
}

/** Paths that can be reached from `from` while the approval is never given: its `approved` or `signed` edge is not walked. */
export function reachableUnapproved(route: Route, from: string, approval: string): Set<string> {
  return walk(route, from, new Set(), approval);
}

function walk(route: Route, from: string, without: ReadonlySet<string>, approval: string | null): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || without.has(path)) continue;
    seen.add(path);
    const rule = route.steps[path];
    if (!rule || rule.kind === 'end') continue;
    for (const [outcome, target] of Object.entries(rule.next)) if (path !== approval || !APPROVING.has(outcome)) open.push(target);
  }
  return seen;
}

/** Outcomes by which an approval or signature of the authority is given. */
const APPROVING: ReadonlySet<string> = new Set(['approved', 'signed']);

/** Whether the step is an approval or signature of the competent authority (not a mere opinion). */
export function isApprovalOfAuthority(rule: StepRule): boolean {
  return (rule.kind === 'approve' || rule.kind === 'sign') && rule.authority !== false;
}

/** The approvals of the authority that stand on every path from the start to this issue. */
export function mandatoryApprovals(route: Route, issuePath: string): string[] {
  return Object.entries(route.steps)
    .filter(([path, rule]) => isApprovalOfAuthority(rule) && !reachable(route, route.start, new Set([path])).has(issuePath))
    .map(([path]) => path);
}
