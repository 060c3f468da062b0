import type { Actor } from '../case/actor.ts';
import { stepById, type Case, type CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { stepRule, workRule, type Route } from '../route/route.ts';
import { leave } from './decide.ts';
import { Flow } from './flow.ts';
import { demanding } from './in-force.ts';
import { finishersOf, freshEnough, mayJudge } from './policy.ts';
import { returnTarget } from './returns.ts';
import { currentDocuments, manifestText } from './submit.ts';
import { decisionMade, openTaskFor, openTaskToJudge, seenBy } from './task-gate.ts';

/**
 * Hoàn thiện xong: freezes the finished content; the signer's task to confirm it is called for. Every demand of the
 * approvals that wait for this finishing must be answered.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, DEMANDS_UNANSWERED (details: count, demands).
 */
export function finish(c: Case, route: Route, command: { readonly task: string }, actor: Actor, means: Means): Result<Fact[]> {
  const gate = openTaskFor(c, command.task, actor);
  if (!gate.ok) return gate;
  const { task, step, right } = gate.value;
  if (stepRule(route, step.path).kind !== 'finish' || task.purpose !== 'work') return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'finished', possible: [] });
  const wanting = demanding(c).map((s) => s.id);
  const unanswered = c.demands.filter((d) => wanting.includes(d.step) && !d.answered);
  if (unanswered.length > 0) return refuse('DEMANDS_UNANSWERED', { count: unanswered.length, demands: unanswered.map((d) => d.id) });
  return new Flow(c).add(
    ...seenBy(task, actor),
    { type: 'content.finished', data: { step: step.id, manifest: means.digest(manifestText(c.documents)), documents: currentDocuments(c.documents).map((d) => d.id), by: actor.person, ...(right.person === actor.person ? {} : { principal: right.person }) } },
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
  ).done();
}

export interface ConfirmCommand {
  readonly task: string;
  /** `confirmed`, or `returned` by the route's own edge. */
  readonly outcome: string;
  readonly reason: string | null;
}

/**
 * Xác nhận hoàn thiện: the signer, never whoever finished or drafted it or in whose stead it was finished, finds that the finished content does what the
 * conclusion demanded, and so carries those approvals over to it (NĐ 30/2020 Đ.11(2)). An approval that demanded nothing is
 * not carried: other changed content goes back to it.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, REASON_REQUIRED, SAME_PERSON, SELF_APPROVAL, FRESH_SIGN_IN_REQUIRED, RETURN_TARGET_NOT_LEGAL.
 */
export function confirm(c: Case, route: Route, command: ConfirmCommand, actor: Actor, means: Means, now: Date = new Date(0)): Result<Fact[]> {
  const gate = openTaskToJudge(c, route, command.task, actor);
  if (!gate.ok) return gate;
  const { task, step, right } = gate.value;
  const { outcome, reason } = command;
  const possible = task.purpose === 'confirm' ? ['confirmed', 'returned'] : [];
  if (!possible.includes(outcome)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome, possible });
  if (outcome === 'returned' && reason === null) return refuse('REASON_REQUIRED', { outcome });
  const finisher = finishersOf(step).find((person) => person === actor.person || person === right.person);
  if (finisher !== undefined) return refuse('SAME_PERSON', { person: finisher });
  const may = mayJudge(c, route, step.path, actor, right);
  if (!may.ok) return may;
  const fresh = freshEnough(workRule(route, step.path), outcome, actor, now);
  if (!fresh.ok) return fresh;
  const target = outcome === 'returned' ? returnTarget(c, route, step, null) : null;
  if (target?.ok === false) return target;
  const flow = new Flow(c).add(...seenBy(task, actor), decisionMade(c, gate.value, outcome, actor, reason, means));
  if (outcome === 'confirmed') flow.add(...carried(c, step));
  flow.add({ type: 'task.closed', data: { task: task.id, as: 'done' } });
  leave(flow, route, stepById(flow.case, step.id), task.unit, outcome, target?.value ?? null);
  return flow.done();
}

/** The approvals that demanded this finishing, led from the content that it began with to the one that was confirmed. */
function carried(c: Case, step: CaseStep): Fact[] {
  const to = c.manifest;
  if (to === null) return [];
  return demanding(c).flatMap((s): Fact[] => {
    const demands = c.demands.filter((d) => d.step === s.id).map((d) => d.id);
    return demands.length === 0 ? [] : [{ type: 'revision.confirmed', data: { from: beganWith(c, step), to, step: s.id, demands } }];
  });
}

/** A finishing that was returned to itself goes on where the first one began. */
function beganWith(c: Case, step: CaseStep): string {
  const before = c.steps.find((s) => s.path === step.path && s.outcome === 'returned' && s.settled === step.cause);
  return before ? beganWith(c, before) : (step.finishing?.from ?? '');
}
