import { decisionsOf, type Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { BALLOT_CHOICES } from '../route/outcomes.ts';
import type { Route } from '../route/route.ts';
import type { Actor } from '../case/actor.ts';
import { needsReason } from './cast.ts';
import { closeEarly, isChoice, voteOf } from './close-vote.ts';
import { Flow } from './flow.ts';
import { mayJudge } from './policy.ts';
import { seenBy, type TaskGate } from './task-gate.ts';

/**
 * Whether a ballot that came on paper may be written down for a member: in an open vote that is sent in. A secret one would be told, and a
 * meeting has one result.
 * Errors: OUTCOME_NOT_POSSIBLE, REASON_REQUIRED, SELF_APPROVAL, NOT_ALLOWED (because: notMember).
 */
export function mayRecordBallot(c: Case, route: Route, gate: TaskGate, choice: string, reason: string | null, principal: Actor): Result<null> {
  const { task, step, right } = gate;
  const rule = voteOf(route, step);
  const isOpen = rule && rule.mode !== 'meeting' && rule.rule.ballot !== 'secret' && task.purpose === 'work';
  if (!isOpen || !isChoice(choice)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: choice, possible: isOpen ? BALLOT_CHOICES : [] });
  if (!step.roster?.some((a) => a.person === right.person)) return refuse('NOT_ALLOWED', { because: 'notMember' });
  if (decisionsOf(c, step.id).some((d) => d.principal === right.person)) return refuse('MEMBER_HAS_CAST', { person: right.person });
  if (reason === null && needsReason(rule, choice)) return refuse('REASON_REQUIRED', { outcome: choice });
  return mayJudge(c, route, step.path, principal, right);
}

/** The ballot, final like any other, and the step where the rule closes it early. */
export function recordedBallot(c: Case, route: Route, { task, step }: TaskGate, made: Fact, entered: Actor): Fact[] {
  const flow = new Flow(c).add(...seenBy(task, entered), made, { type: 'task.closed', data: { task: task.id, as: 'done' } });
  closeEarly(flow, route, step);
  return flow.facts;
}
