import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import { settleStep } from '../case/closing.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { OUTCOMES_WITH_REASON, TASK_OUTCOMES } from '../route/outcomes.ts';
import { stepRule, type Route, type WorkRule } from '../route/route.ts';
import { returnTarget } from './returns.ts';
import { tally } from './tally.ts';
import { openTaskFor, seenBy, type TaskGate } from './task-gate.ts';

export interface DecideCommand {
  readonly task: string;
  readonly outcome: string;
  /** Clean text (see cleanText) or null. */
  readonly reason: string | null;
  /** For `returned`: the earlier step to go back to; null takes the route's own edge. */
  readonly to?: string | null;
}

/**
 * A person's decision in a task, and everything that it ends: the task, and once the step's rule is met the step and
 * its other tasks. What follows is opened by the workflow. A return raises the round.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, REASON_REQUIRED, SELF_APPROVAL, RETURN_TARGET_NOT_LEGAL.
 */
export function decide(c: Case, route: Route, command: DecideCommand, actor: Actor, means: Means): Result<Fact[]> {
  const gate = openTaskFor(c, command.task, actor);
  if (!gate.ok) return gate;
  const { task, step } = gate.value;
  const rule = stepRule(route, step.path) as WorkRule;
  const possible = possibleOutcomes(rule);
  if (!possible.includes(command.outcome)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: command.outcome, possible });
  if (OUTCOMES_WITH_REASON.has(command.outcome) && command.reason === null) return refuse('REASON_REQUIRED', { outcome: command.outcome });
  if (actor.person === c.drafter && isJudgement(rule)) return refuse('SELF_APPROVAL', { task: task.id });
  const target = command.outcome === 'returned' ? returnTarget(c, route, step, command.to ?? null) : ok<string | null>(null);
  if (!target.ok) return target;

  const facts: Fact[] = [...seenBy(task, actor), decision(c, gate.value, command, actor, means), { type: 'task.closed', data: { task: task.id, as: 'done' } }];
  const outcome = tally(c, rule, task, command.outcome);
  if (outcome === null) return ok(facts);
  const to = target.value ?? edge(rule, outcome);
  facts.push(...settleStep(c, step, task, outcome, to));
  if (outcome === 'returned') facts.push({ type: 'dossier.returned', data: { from: step.path, to, round: c.round + 1 } });
  return ok(facts);
}

function decision(c: Case, gate: TaskGate, command: DecideCommand, actor: Actor, means: Means): Fact {
  const { task, step, right } = gate;
  return {
    type: 'decision.made',
    data: { decision: means.id(), task: task.id, step: step.id, outcome: command.outcome, actor: actor.person, principal: right.person, capacity: right.capacity, appointment: right.appointment, manifest: c.manifest },
    ...(command.reason === null ? {} : { secret: { reason: command.reason } }),
  };
}

/** The outcomes that a task of this step may have: those of its kind that lead somewhere. */
export function possibleOutcomes(rule: WorkRule): string[] {
  return TASK_OUTCOMES[rule.kind].filter((o) => rule.kind === 'consult' || rule.next[o] !== undefined);
}

/** Steps whose decision is a judgement on the content: the drafter never gives it on their own dossier. */
export function isJudgement(rule: WorkRule): boolean {
  return rule.kind === 'review' || rule.kind === 'appraise' || rule.kind === 'approve' || rule.kind === 'sign';
}

function edge(rule: WorkRule, outcome: string): string {
  const to = rule.next[outcome];
  if (to === undefined) throw new Error(`no edge for outcome ${outcome}`);
  return to;
}
