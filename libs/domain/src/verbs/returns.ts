import type { Case, CaseStep } from '../case/case.ts';
import { ok, refuse, type Result } from '../result.ts';
import { graphOf } from '../route/graph.ts';
import { mandatoryApprovals, reachableUnapproved } from '../route/paths.ts';
import { regionsAround } from '../route/regions.ts';
import { beside, findRule, JOIN, stepRule, workRule, type Route, type StepKind } from '../route/route.ts';
import { approvalsNotInForce } from './in-force.ts';

/** Steps that people go back to; regions, automatic steps and what follows an approval are reached on the way. */
const RETURNED_TO: ReadonlySet<StepKind> = new Set(['draft', 'review', 'consult', 'appraise', 'approve', 'vote', 'sign']);

/**
 * Where a return from this step may lead: the route's own edge first, then freely to steps of the same or an enclosing
 * region that the dossier passed before it first came here. A return never goes forward, nor past a document that was
 * issued, nor around an approval that would then not be in force.
 */
export function legalReturnTargets(c: Case, route: Route, from: CaseStep): string[] {
  const edge = returnEdgeOf(route, from.path);
  return [...new Set([...(edge === null || edge === JOIN ? [] : [edge]), ...passedBefore(c, route, from)])];
}

/** Settled steps before this one, in the same or an enclosing region. */
export function passedBefore(c: Case, route: Route, from: CaseStep): string[] {
  const first = firstOpened(c, from.path);
  const issued = Math.max(0, ...c.steps.filter((s) => s.kind === 'issue').map((s) => s.settled ?? 0));
  const mine = placesOf(route, from.path);
  const isNear = (path: string): boolean => { const [own] = placesOf(route, path); return own === undefined || mine.includes(own); };
  return c.steps
    .filter((s) => s.state === 'settled' && RETURNED_TO.has(s.kind) && firstOpened(c, s.path) < first && s.opened > issued && findRule(route, s.path)?.kind === s.kind && isNear(s.path) && !leadsAroundApproval(c, route, s.path))
    .map((s) => s.path);
}

/** The step that a return goes to; no wish takes the route's own edge. Errors: RETURN_TARGET_NOT_LEGAL (details: legal). */
export function returnTarget(c: Case, route: Route, from: CaseStep, wish: string | null): Result<string> {
  const to = wish ?? returnEdgeOf(route, from.path);
  const legal = legalReturnTargets(c, route, from);
  return to !== null && (legal.includes(to) || (to === JOIN && wish === null)) ? ok(to) : refuse('RETURN_TARGET_NOT_LEGAL', { ...(to === null ? {} : { to }), legal });
}

/** Where the route's own edge leads back, as a full path; null where it has none. */
export function returnEdgeOf(route: Route, path: string): string | null {
  const rule = stepRule(route, path);
  if (rule.kind === 'end' || rule.kind === 'choice') return null;
  const to = workRule(route, path).next['returned'];
  return to === undefined ? null : beside(path, to);
}

function placesOf(route: Route, path: string): string[] {
  return regionsAround(route, path).map((p) => `${p.region} ${p.branch}`);
}

function firstOpened(c: Case, path: string): number {
  return c.steps.find((s) => s.path === path)?.opened ?? Number.POSITIVE_INFINITY;
}

/** True where an issue could be reached from `to` without an approval that is not in force now; the clerk would be stuck. */
export function leadsAroundApproval(c: Case, route: Route, to: string): boolean {
  const issues = [...graphOf(route)].filter(([, node]) => node.rule.kind === 'issue').map(([path]) => path);
  return issues.some((issue) => {
    const lacking = new Set(approvalsNotInForce(c, route, issue));
    return mandatoryApprovals(route, issue).some((approval) => lacking.has(approval) && reachableUnapproved(route, to, approval).has(issue));
  });
}
