import { decisionsOf, type Case, type CaseStep } from '../case/case.ts';
import { APPROVING } from '../route/outcomes.ts';
import { mandatoryApprovals } from '../route/paths.ts';
import type { Route } from '../route/route.ts';

/**
 * Approvals that every path to this issue passes and that are not in force. In force: its latest activation approved the
 * content that is frozen now, or content that a confirmed finishing, which answered its demands, has led to it.
 */
export function approvalsNotInForce(c: Case, route: Route, issuePath: string): string[] {
  return mandatoryApprovals(route, issuePath).filter((path) => {
    const latest = c.steps.filter((s) => s.path === path).at(-1);
    return !latest || !isInForce(c, latest);
  });
}

/** Whether an activation's approval holds for the content that is frozen now. */
export function isInForce(c: Case, step: CaseStep): boolean {
  if (step.state !== 'settled' || step.outcome === null || !APPROVING.has(step.outcome) || c.manifest === null) return false;
  const confirmed = c.revisions.some((r) => r.step === step.id);
  if (step.outcome === 'approvedSubjectTo' && (!confirmed || c.demands.some((d) => d.step === step.id && !d.answered))) return false;
  const contents = step.kind === 'vote' ? [step.content] : decisionsOf(c, step.id).filter((d) => c.tasks.find((t) => t.id === d.task)?.purpose === 'work').map((d) => d.manifest);
  return contents.every((content) => content !== null && carriedTo(c, step.id, content) === c.manifest);
}

/** The content that confirmed finishings of this step's demands have led to. */
function carriedTo(c: Case, step: string, content: string): string {
  return c.revisions.filter((r) => r.step === step).reduce((at, r) => (r.from === at ? r.to : at), content);
}

/** Activations whose approval still asks for a finishing: the latest of their path, approved subject to demands, and not confirmed. */
export function demanding(c: Case): CaseStep[] {
  return c.steps.filter((s, i) => s.state === 'settled' && s.outcome === 'approvedSubjectTo' && !c.steps.some((o, k) => k > i && o.path === s.path) && !c.revisions.some((r) => r.step === s.id));
}
