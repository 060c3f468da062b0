import { graphOf, walk } from './graph.ts';
import { APPROVING } from './outcomes.ts';
import type { Route, StepRule } from './route.ts';

/** Full paths that can be reached from `from` without entering a step of `without`; sub-routes and branches included. */
export function reachable(route: Route, from: string, without: ReadonlySet<string> = new Set()): Set<string> {
  return new Set(walk(graphOf(route), from, { without }).cameFrom.keys());
}

const walked = new WeakMap<Route, Map<string, ReadonlySet<string>>>();

/** Full paths that can be reached from `from` while the approval is never given: its approving edges are not walked. Walked once for each route object. */
export function reachableUnapproved(route: Route, from: string, approval: string): ReadonlySet<string> {
  const ofRoute = walked.get(route) ?? new Map<string, ReadonlySet<string>>();
  walked.set(route, ofRoute);
  const key = `${from} ${approval}`;
  const found = ofRoute.get(key) ?? walkUnapproved(route, from, approval);
  ofRoute.set(key, found);
  return found;
}

function walkUnapproved(route: Route, from: string, approval: string): ReadonlySet<string> {
  const follows = ({ path }: { path: string }, outcome: string): boolean => path !== approval || !APPROVING.has(outcome);
  return new Set(walk(graphOf(route), from, { follows }).cameFrom.keys());
}

/** Whether the step is an approval, a vote or a signature of the competent authority (not a mere opinion). */
export function isApprovalOfAuthority(rule: StepRule): boolean {
  return (rule.kind === 'approve' || rule.kind === 'vote' || rule.kind === 'sign') && rule.authority !== false;
}

const known = new WeakMap<Route, Map<string, readonly string[]>>();

/** The approvals of the authority that stand on every path from the start to this issue, as full paths; found once for each route object. */
export function mandatoryApprovals(route: Route, issuePath: string): readonly string[] {
  const ofRoute = known.get(route) ?? new Map<string, readonly string[]>();
  known.set(route, ofRoute);
  const found = ofRoute.get(issuePath) ?? findMandatory(route, issuePath);
  ofRoute.set(issuePath, found);
  return found;
}

function findMandatory(route: Route, issuePath: string): string[] {
  return [...graphOf(route).values()]
    .filter(({ path, rule }) => isApprovalOfAuthority(rule) && !reachable(route, route.start, new Set([path])).has(issuePath))
    .map(({ path }) => path);
}
