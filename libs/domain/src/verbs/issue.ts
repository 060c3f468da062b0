import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { nextNumber, recordedNumber, type Register } from '../registers/number-text.ts';
import { refuse, type Result } from '../result.ts';
import { stepRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { approvalsNotInForce } from './in-force.ts';
import { settle } from './settle.ts';
import { decisionMade, openTaskFor, seenBy } from './task-gate.ts';

export { approvalsNotInForce } from './in-force.ts';

/**
 * Ban hành: gives the next number of the register, or records the one that was given elsewhere, and issues the frozen
 * content on `on` (`YYYY-MM-DD`, the office's day). The item completes here where the route says so.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, APPROVAL_NOT_IN_FORCE (details: steps), NUMBER_DATE_DECREASES, NUMBER_NOT_FREE, REGISTER_RECORDS, REGISTER_GIVES.
 */
export function issue(c: Case, route: Route, taskId: string, register: Register, on: string, actor: Actor, means: Means, given: number | null = null): Result<Fact[]> {
  const gate = openTaskFor(c, taskId, actor);
  if (!gate.ok) return gate;
  const { task, step } = gate.value;
  const rule = stepRule(route, step.path);
  if (rule.kind !== 'issue' || task.purpose !== 'work') return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'issued', possible: [] });
  const missing = approvalsNotInForce(c, route, step.path);
  if (missing.length > 0 || c.manifest === null) return refuse('APPROVAL_NOT_IN_FORCE', { steps: missing });
  const number = given === null ? nextNumber(register, on) : recordedNumber(register, given, on);
  if (!number.ok) return number;
  const { manifest } = c;
  const flow = new Flow(c).add(
    ...seenBy(task, actor),
    decisionMade(c, gate.value, 'issued', actor, null, means),
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
    { type: 'number.given', data: { register: register.id, series: register.series, number: number.value.number, text: number.value.text, on, ...(given === null ? {} : { recorded: true }) } },
    { type: 'dossier.issued', data: { number: number.value.text, manifest, on } },
    ...(rule.completes === 'item' && c.item !== null ? [{ type: 'item.completed' as const, data: { item: c.item, on } }] : []),
  );
  settle(flow, route, step, 'issued');
  return flow.done();
}
