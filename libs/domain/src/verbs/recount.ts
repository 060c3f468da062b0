import { decisionsOf, stepById, type Case, type CaseStep, type PinnedRoute } from '../case/case.ts';
import type { FactData, PlacedFact } from '../case/facts.ts';
import { fold } from '../case/fold.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { findRule, type Route, type RuleOf } from '../route/route.ts';
import type { Arithmetic, ConsultArithmetic } from '../votes/arithmetic.ts';
import type { Counts } from '../votes/counts.ts';
import { tallyVote } from '../votes/tally-vote.ts';
import { isChoice, voteResult } from './close-vote.ts';
import { tally } from './tally.ts';

type Settled = FactData['step.settled'];

/** The routes that a chain has pinned, in their order. */
export function pinnedRoutes(facts: readonly PlacedFact[]): PinnedRoute[] {
  return facts.flatMap((f) => (f.type === 'dossier.created' ? [f.data.route] : f.type === 'route.migrated' ? [f.data.to] : []));
}

/**
 * The settled steps of a chain whose told result is not what their ballots, opinions or recorded counts make by their rule: ids in their order.
 * `routeOf` gives the rules that were pinned on that day. A step whose rule is unknown by now, or that was settled without counting, is left out.
 */
export function miscountedSteps(dossier: string, facts: readonly PlacedFact[], routeOf: (pinned: PinnedRoute) => Route | undefined): string[] {
  return facts.flatMap((f, i) => {
    if (f.type !== 'step.settled' || f.data.arithmetic === undefined) return [];
    const before = facts.slice(0, i);
    const c = fold(dossier, before);
    const route = c.route === null ? undefined : routeOf(c.route);
    return route === undefined || isCounted(c, route, before, f.data, f.data.arithmetic) ? [] : [f.data.step];
  });
}

function isCounted(c: Case, route: Route, before: readonly PlacedFact[], settled: Settled, told: Arithmetic): boolean {
  const step = stepById(c, settled.step);
  const rule = findRule(route, step.path);
  if (!fits(settled.outcome, told)) return false;
  if (rule?.kind === 'vote') return isDeepEqual(rule.mode === 'meeting' ? inTheRoom(rule, step, before) : byBallots(c, rule, step, before), told);
  if (rule?.kind === 'approve') return isDeepEqual(tally(c, rule, step, settled.outcome)?.arithmetic, told);
  return told.kind !== 'consult' || hasAnswers(c, step, told);
}

/** An approval may be made to demands; a consultation is completed whatever it brought in. */
function fits(outcome: string, told: Arithmetic): boolean {
  if (told.kind === 'consult') return true;
  return told.outcome === (outcome === 'approvedSubjectTo' && told.kind === 'vote' ? 'approved' : outcome);
}

function inTheRoom(rule: RuleOf<'vote'>, step: CaseStep, before: readonly PlacedFact[]): Arithmetic | null {
  const recorded = before.findLast((f) => f.type === 'result.recorded' && f.data.step === step.id);
  if (recorded?.type !== 'result.recorded') return null;
  const { counts, chair } = recorded.data;
  const { members = 0, present = 0, yes = 0, no = 0, other = 0, abstain = 0 } = counts;
  const sound: Counts = { members, present, yes, no, other, abstain };
  return tallyVote(rule.rule, rule.mode, sound, 'meeting', chair !== null && isChoice(chair) ? chair : null, step.corrected);
}

function byBallots(c: Case, rule: RuleOf<'vote'>, step: CaseStep, before: readonly PlacedFact[]): Arithmetic | null {
  const urn = before.find((f) => f.type === 'urn.opened' && f.data.step === step.id);
  const byTime = before.some((f) => f.type === 'deadline.passed' && f.data.step === step.id && f.data.kind === 'lapse');
  return voteResult(c, rule, step, byTime ? 'due' : 'open', urn?.type === 'urn.opened' ? urn.data.ballots : undefined);
}

/** Who was still asked when it was closed is told by the arithmetic alone: those tasks ended with it. */
function hasAnswers(c: Case, step: CaseStep, told: ConsultArithmetic): boolean {
  const said = decisionsOf(c, step.id).filter((d) => c.tasks.find((t) => t.id === d.task)?.purpose !== 'aside').map((d) => d.outcome);
  const count = (outcome: string): number => said.filter((o) => o === outcome).length;
  return told.consent === count('consent') && told.object === count('object') && told.other === count('other') && told.asked === said.length + told.unanswered;
}
