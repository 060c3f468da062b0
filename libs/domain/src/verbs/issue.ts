import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import { settleStep } from '../case/closing.ts';
import type { Fact, Means } from '../case/facts.ts';
import { nextNumber, type Register } from '../registers/number-text.ts';
import { ok, refuse, type Result } from '../result.ts';
import { mandatoryApprovals } from '../route/paths.ts';
import { stepRule, type Route } from '../route/route.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** Approvals that every path to this issue passes and that are not in force: their latest activation must have approved the frozen manifest. */
export function approvalsNotInForce(c: Case, route: Route, issuePath: string): string[] {
  return mandatoryApprovals(route, issuePath).filter((path) => {
    const latest = c.steps.filter((s) => s.path === path).at(-1);
    if (!latest || latest.state !== 'settled' || (latest.outcome !== 'approved' && latest.outcome !== 'signed')) return true;
    return c.decisions.filter((d) => d.step === latest.id).some((d) => d.manifest !== c.manifest);
  });
}

/**
 * Ban hành: gives the next number of the register and issues the frozen content, on `on` (`YYYY-MM-DD`, the office's day).
 * The item completes here where the route says so.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, APPROVAL_NOT_IN_FORCE (details: steps), NUMBER_DATE_DECREASES.
 */
export function issue(c: Case, route: Route, taskId: string, register: Register, on: string, actor: Actor, means: Means): Result<Fact[]> {
  const gate = openTaskFor(c, taskId, actor);
  if (!gate.ok) return gate;
  const { task, step, right } = gate.value;
  const rule = stepRule(route, step.path);
  if (rule.kind !== 'issue') return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'issued', possible: [] });
  const missing = approvalsNotInForce(c, route, step.path);
  if (missing.length > 0 || c.manifest === null) return refuse('APPROVAL_NOT_IN_FORCE', { steps: missing });
  const number = nextNumber(register, on);
  if (!number.ok) return number;
  const to = rule.next['issued'];
  if (to === undefined) throw new Error(`issue step ${step.path} leads nowhere`);
  const { manifest } = c;
  return ok([
    ...seenBy(task, actor),
    { type: 'decision.made', data: { decision: means.id(), task: task.id, step: step.id, outcome: 'issued', actor: actor.person, principal: right.person, capacity: right.capacity, appointment: right.appointment, manifest } },
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
    { type: 'number.given', data: { register: register.id, series: register.series, number: number.value.number, text: number.value.text, on } },
    { type: 'dossier.issued', data: { number: number.value.text, manifest, on } },
    ...(rule.completes === 'item' && c.item !== null ? [{ type: 'item.completed' as const, data: { item: c.item, on } }] : []),
    ...settleStep(c, step, task, 'issued', to),
  ]);
}
