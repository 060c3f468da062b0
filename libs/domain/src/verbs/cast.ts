import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { BALLOT_CHOICES, type BallotChoice } from '../route/outcomes.ts';
import type { Route, RuleOf } from '../route/route.ts';
import { closeEarly, isChoice, voteOf } from './close-vote.ts';
import { Flow } from './flow.ts';
import { freshEnough, mayJudge } from './policy.ts';
import { decisionMade, forPurpose, openTaskFor, seenBy, type TaskGate } from './task-gate.ts';

export interface CastCommand {
  readonly task: string;
  /** yes, no, other, abstain: Đồng ý / Không đồng ý / Ý kiến khác / phiếu trắng. */
  readonly choice: string;
  /** Clean text (see cleanText) or null; never in a secret vote, where it would tell. */
  readonly reason: string | null;
}

/** A ballot that was cast. `ballot` is what goes into the urn of a secret vote, in the same transaction; null for an open one. */
export interface Cast {
  readonly facts: readonly Fact[];
  readonly ballot: { readonly step: string; readonly choice: BallotChoice } | null;
}

/** A member's own task in an open vote, and its rule. */
export interface Ballot { readonly gate: TaskGate; readonly rule: RuleOf<'vote'> }

/**
 * Bỏ phiếu: a member's one ballot in a vote that is sent in, in writing or on a screen. It is final. Of a secret one the
 * record says that the member has voted, nothing else. The step settles here only under `close: early`.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, NOT_ALLOWED (because: notMember), SELF_APPROVAL, NO_SUBSTITUTE,
 * FRESH_SIGN_IN_REQUIRED, REASON_REQUIRED, REQUEST_INVALID (because: secretBallot, for a reason that would tell).
 */
export function cast(c: Case, route: Route, command: CastCommand, actor: Actor, means: Means, now: Date): Result<Cast> {
  const may = mayCast(c, route, command.task, actor);
  if (!may.ok) return may;
  const { gate, rule } = may.value;
  const { task, step } = gate;
  const { choice, reason } = command;
  if (!isChoice(choice)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: choice, possible: BALLOT_CHOICES });
  const secret = rule.rule.ballot === 'secret';
  if (secret && reason !== null) return refuse('REQUEST_INVALID', { because: 'secretBallot' });
  if (!secret && reason === null && needsReason(rule, choice)) return refuse('REASON_REQUIRED', { outcome: choice });
  const fresh = freshEnough(rule, choice, actor, now);
  if (!fresh.ok) return fresh;
  const said: Fact = secret ? { type: 'ballot.cast', data: { task: task.id, step: step.id, person: actor.person } } : decisionMade(c, gate, choice, actor, reason, means);
  const flow = new Flow(c).add(...seenBy(task, actor), said, { type: 'task.closed', data: { task: task.id, as: 'done' } });
  closeEarly(flow, route, step);
  return ok({ facts: flow.facts, ballot: secret ? { step: step.id, choice } : null });
}

/** Whether the actor may cast in this task, whatever the choice. Errors: those of `cast` that no choice changes. */
export function mayCast(c: Case, route: Route, task: string, actor: Actor): Result<Ballot> {
  const open = openTaskFor(c, task, actor);
  if (!open.ok) return open;
  const gate = forPurpose(open.value, 'work', 'cast');
  if (!gate.ok) return gate;
  const { step, right } = gate.value;
  const rule = voteOf(route, step);
  if (!rule || rule.mode === 'meeting') return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'cast', possible: [] });
  if (!step.roster?.some((a) => a.person === right.person)) return refuse('NOT_ALLOWED', { because: 'notMember' });
  const may = mayJudge(c, route, step.path, actor, right);
  return may.ok ? ok({ gate: gate.value, rule }) : may;
}

/** “Ý kiến khác” is written out always; a “no” on paper too; the route may ask for more. */
export function needsReason(rule: RuleOf<'vote'>, choice: BallotChoice): boolean {
  return choice === 'other' || (choice === 'no' && rule.mode === 'written') || rule.reasons?.includes(choice) === true;
}
