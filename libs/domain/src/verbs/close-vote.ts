import { decisionsOf, stepById, type Case, type CaseDecision, type CaseStep } from '../case/case.ts';
import { BALLOT_CHOICES, type BallotChoice } from '../route/outcomes.ts';
import { findRule, type Route, type RuleOf } from '../route/route.ts';
import type { VoteArithmetic } from '../votes/arithmetic.ts';
import type { Counts } from '../votes/counts.ts';
import { tallyVote, type VoteEnd } from '../votes/tally-vote.ts';
import type { Flow } from './flow.ts';
import { settle } from './settle.ts';

/** The capacity of the member whose side decides a tie. */
const CHAIR = 'chair';

/** The rule of a step that is a vote; undefined for any other. */
export function voteOf(route: Route, step: CaseStep): RuleOf<'vote'> | undefined {
  const rule = findRule(route, step.path);
  return rule?.kind === 'vote' ? rule : undefined;
}

export function isChoice(text: string): text is BallotChoice {
  return (BALLOT_CHOICES as readonly string[]).includes(text);
}

/** Open ballots that count: in force, of members who stand on the roster now. */
export function ballotsOf(c: Case, step: CaseStep): readonly CaseDecision[] {
  const members = new Set(step.roster?.map((a) => a.person));
  return decisionsOf(c, step.id).filter((d) => members.has(d.principal) && c.tasks.find((t) => t.id === d.task)?.purpose === 'work');
}

/**
 * What a vote in writing or on a screen counts, from the decisions in force or, where it was secret, from the opened urn.
 * `present` are those who sent a ballot. A secret vote without its urn counts nothing: there are no counts before it closes.
 */
export function countsOf(c: Case, step: CaseStep, urn?: readonly string[]): Counts {
  const ballots = urn ?? ballotsOf(c, step).map((d) => d.outcome);
  const count = (choice: BallotChoice): number => ballots.filter((b) => b === choice).length;
  return { members: step.roster?.length ?? 0, present: ballots.length, yes: count('yes'), no: count('no'), other: count('other'), abstain: count('abstain') };
}

/** What the chair said in an open ballot; null without a chair or a word of theirs. */
export function chairOf(c: Case, step: CaseStep): BallotChoice | null {
  const chair = step.roster?.find((a) => a.capacity === CHAIR)?.person;
  const said = ballotsOf(c, step).find((d) => d.principal === chair)?.outcome;
  return said !== undefined && isChoice(said) ? said : null;
}

/**
 * The result as it follows from the record: decisions in force or the opened urn, the roster and its corrections. Null while
 * it is not settled.
 */
export function voteResult(c: Case, rule: RuleOf<'vote'>, step: CaseStep, end: Exclude<VoteEnd, 'meeting'>, urn?: readonly string[]): VoteArithmetic | null {
  return tallyVote(rule.rule, rule.mode, countsOf(c, step, urn), end, urn ? null : chairOf(c, step), step.corrected);
}

/**
 * Time closes a vote that is sent in: the urn of a secret one is opened once, sorted, and the ballots settle it. Rejected only
 * where they make approval impossible, else lapsed, so that silence never decides. `urn` holds the ballots of a secret vote.
 */
export function closeVote(flow: Flow, route: Route, step: CaseStep, urn: readonly string[]): void {
  const rule = voteOf(route, step);
  if (!rule) throw new Error(`step ${step.path} is no vote`);
  const ballots = rule.rule.ballot === 'secret' ? [...urn].sort() : undefined;
  if (ballots) flow.add({ type: 'urn.opened', data: { step: step.id, ballots } });
  settleVote(flow, route, step, voteResult(flow.case, rule, stepById(flow.case, step.id), 'due', ballots));
}

/** Settles an open vote before its date where its rule says `early` and nothing can change the result any more. */
export function closeEarly(flow: Flow, route: Route, step: CaseStep): void {
  const rule = voteOf(route, step);
  if (rule?.rule.close === 'early' && rule.rule.ballot === 'open') settleVote(flow, route, step, voteResult(flow.case, rule, stepById(flow.case, step.id), 'open'));
}

function settleVote(flow: Flow, route: Route, step: CaseStep, arithmetic: VoteArithmetic | null): void {
  if (arithmetic) settle(flow, route, stepById(flow.case, step.id), arithmetic.outcome, { arithmetic });
}
