import { isAdministrator, isOfOffice, leadsUnit, type Actor } from '../case/actor.ts';
import { openSteps, stepById, type Case, type CaseProposal, type CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route, type StepKind } from '../route/route.ts';
import { Flow } from './flow.ts';
import { paramOf, propose } from './proposals.ts';
import { settle } from './settle.ts';
import { consultArithmetic } from './tally.ts';

/** Opinions, checks and waiting may be passed over; an approval, a vote, a signature, a draft, a finishing or an issue never. */
const SKIPPED: ReadonlySet<StepKind> = new Set(['review', 'consult', 'appraise', 'track', 'wait', 'notify', 'webhook']);

export interface SkipCommand {
  /** An open activation. */
  readonly step: string;
  /** The outcome that leads forward; may be left out, since there is only one. */
  readonly outcome?: string | null;
  readonly reason: string | null;
}

/**
 * Đề nghị bỏ qua a step: the office or whoever leads the lead unit proposes, another of them or an administrator confirms.
 * Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, STEP_NOT_FOUND, NOT_ALLOWED, STEP_CANNOT_BE_SKIPPED (details: kind), OUTCOME_NOT_POSSIBLE, REASON_REQUIRED.
 */
export function skip(c: Case, route: Route, command: SkipCommand, actor: Actor, means: Means): Result<Fact[]> {
  const step = skippable(c, command.step);
  if (!step.ok) return step;
  if (!mayProposeSkip(c, actor)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  const outcome = forward(step.value.kind);
  if (command.outcome !== undefined && command.outcome !== null && command.outcome !== outcome) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: command.outcome, possible: [outcome] });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'skip' });
  return propose(c, 'skip', { step: step.value.id, path: step.value.path, outcome }, command.reason, actor, means, step.value.id);
}

/** Who may confirm or decline it. */
export function mayConfirmSkip(c: Case, actor: Actor): boolean {
  return mayProposeSkip(c, actor) || isAdministrator(actor);
}

/** The step ends by what leads forward; nobody has decided anything in it. */
export function skipped(c: Case, route: Route, proposal: CaseProposal, actor: Actor): Result<Fact[]> {
  const step = skippable(c, paramOf(proposal, 'step'));
  if (!step.ok) return step;
  const { id, path, kind } = step.value;
  const rule = workRule(route, path);
  const flow = new Flow(c).add({ type: 'step.skipped', data: { step: id, proposedBy: proposal.by, confirmedBy: actor.person } });
  settle(flow, route, stepById(flow.case, id), forward(kind), rule.kind === 'consult' ? { arithmetic: consultArithmetic(c, rule, step.value, 'early') } : {});
  return flow.done();
}

function skippable(c: Case, id: string): Result<CaseStep> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = openSteps(c).find((s) => s.id === id);
  if (!step) return refuse('STEP_NOT_FOUND', { step: id });
  return SKIPPED.has(step.kind) ? ok(step) : refuse('STEP_CANNOT_BE_SKIPPED', { step: id, kind: step.kind });
}

function mayProposeSkip(c: Case, actor: Actor): boolean {
  return isOfOffice(actor, c) || leadsUnit(actor, c.leadUnit);
}

function forward(kind: StepKind): string {
  return kind === 'review' || kind === 'appraise' ? 'approved' : 'completed';
}
