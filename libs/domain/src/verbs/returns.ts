import type { Case, CaseStep } from '../case/case.ts';
import { ok, refuse, type Result } from '../result.ts';
import { mandatoryApprovals, reachableUnapproved } from '../route/paths.ts';
import { stepRule, type Route } from '../route/route.ts';
import { approvalsNotInForce } from './issue.ts';

/**
 * Where a return from this step may lead: the route's own edge first, then freely to steps that the dossier passed
 * before it first came here. A return never goes forward, nor past a document that was issued, nor around an approval
 * that would then not be in force.
 */
export function legalReturnTargets(c: Case, route: Route, from: CaseStep): string[] {
  const edge = edgeOf(route, from);
  const first = firstOpened(c, from.path);
  const issued = Math.max(0, ...c.steps.filter((s) => s.kind === 'issue').map((s) => s.settled ?? 0));
  const passed = c.steps
    .filter((s) => s.state === 'settled' && firstOpened(c, s.path) < first && s.opened > issued && !leadsAroundApproval(c, route, s.path))
    .map((s) => s.path);
  return [...new Set([...(edge === null ? [] : [edge]), ...passed])];
}

/** The step that a return goes to; no wish takes the route's own edge. Errors: RETURN_TARGET_NOT_LEGAL (details: legal). */
export function returnTarget(c: Case, route: Route, from: CaseStep, wish: string | null): Result<string> {
  const to = wish ?? edgeOf(route, from);
  const legal = legalReturnTargets(c, route, from);
  return to !== null && legal.includes(to) ? ok(to) : refuse('RETURN_TARGET_NOT_LEGAL', { ...(to === null ? {} : { to }), legal });
}

function edgeOf(route: Route, from: CaseStep): string | null {
  const rule = stepRule(route, from.path);
  return rule.kind === 'end' ? null : (rule.next['returned'] ?? null);
}

function firstOpened(c: Case, path: string): number {
  return c.steps.find((s) => s.path === path)?.opened ?? Number.POSITIVE_INFINITY;
}

/** True where an issue could be reached from `to` without an approval that is not in force now; the clerk would be stuck. */
function leadsAroundApproval(c: Case, route: Route, to: string): boolean {
  const issues = Object.keys(route.steps).filter((path) => route.steps[path]?.kind === 'issue');
  return issues.some((issue) => {
    const lacking = new Set(approvalsNotInForce(c, route, issue));
    return mandatoryApprovals(route, issue).some((approval) => lacking.has(approval) && reachableUnapproved(route, to, approval).has(issue));
  });
}
