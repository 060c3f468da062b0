import { shapeWords, type ShapeIssue } from '../shape-words.ts';
import { branchFaults } from './check/branch-faults.ts';
import { conditionFaults, fieldFaults } from './check/condition-faults.ts';
import { doerFaults, tooEarlyDoerFaults } from './check/doer-faults.ts';
import { dueFaults, ladderFaults, submissionFaults } from './check/due-faults.ts';
import { edgeFaults } from './check/edge-faults.ts';
import type { RouteFault } from './check/fault.ts';
import { contentFaults, issueFaults } from './check/issue-faults.ts';
import { partFaults, sizeFaults, withParts } from './check/part-faults.ts';
import { cycleFaults, pathFaults } from './check/path-faults.ts';
import { roleFaults } from './check/role-faults.ts';
import { voteFaults } from './check/vote-faults.ts';
import { wordFaults } from './check/word-faults.ts';
import { SHIPPED_LADDERS } from '../ladders/shipped-ladders.ts';
import { routeSchema, type Parts, type Route } from './route.ts';
import { withLadders } from './with-ladders.ts';

export { ROUTE_FAULT_CODES, type RouteFault, type RouteFaultCode } from './check/fault.ts';

const SHIPPED = SHIPPED_LADDERS.map((l) => l.ladder);

export type RouteCheck = { readonly ok: true; readonly route: Route } | { readonly ok: false; readonly faults: readonly RouteFault[] };

/**
 * Reads an untyped route (parsed YAML or JSON) and checks that it can be published: first its shape, then every step by
 * itself (edges, roles, branches, dues, votes, conditions), then the paths through the whole with its sub-routes: every
 * step reachable, an end reachable from every step, no cycle without people, and on every path to an issue a submitted
 * draft and, after the last change of content, each approval of the competent authority that no path avoids (at least one).
 * Later checks rest on earlier ones, so their faults are told once the earlier are gone. `parts` are the published
 * sub-routes by name; those in use stand in the checked route; `ladders` the names of those that are published (by default those that come with
 * the system). `today` (YYYY-MM-DD) judges fixed dates; absent, none has passed.
 */
export function checkRoute(input: unknown, parts: Parts = {}, today?: string, ladders: readonly string[] = SHIPPED): RouteCheck {
  const parsed = routeSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((i) => shapeFault(i.path.map((k) => (typeof k === 'symbol' ? String(k) : k)), i)) };
  }
  const route = withLadders(withParts(parsed.data, parts));
  const unknown = ladderFaults(route, ladders);
  if (unknown.length > 0) return { ok: false, faults: unknown };
  for (const check of [stepFaults, wholeFaults]) {
    const faults = check(route, today);
    if (faults.length > 0) return { ok: false, faults };
  }
  return { ok: true, route };
}

function shapeFault(path: RouteFault['path'], issue: ShapeIssue): RouteFault {
  const { vi, en } = shapeWords(issue);
  const at = path.length > 0 ? ` ở “${path.join('.')}”` : '';
  const atEn = path.length > 0 ? ` at “${path.join('.')}”` : '';
  return { code: 'shape', path, vi: `Sai cấu trúc${at}: ${vi}.`, en: `Wrong shape${atEn}: ${en}.` };
}

function stepFaults(route: Route, today: string | undefined): RouteFault[] {
  return [
    ...edgeFaults(route), ...roleFaults(route), ...doerFaults(route), ...branchFaults(route), ...partFaults(route), ...sizeFaults(route),
    ...dueFaults(route, today), ...voteFaults(route), ...wordFaults(route), ...fieldFaults(route), ...conditionFaults(route),
  ];
}

function wholeFaults(route: Route): RouteFault[] {
  return [...pathFaults(route), ...cycleFaults(route), ...tooEarlyDoerFaults(route), ...submissionFaults(route), ...contentFaults(route), ...issueFaults(route)];
}
