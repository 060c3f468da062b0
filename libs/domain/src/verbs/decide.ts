import type { Actor } from '../case/actor.ts';
import { stepById, type Case, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { OUTCOMES_WITH_REASON, TASK_OUTCOMES } from '../route/outcomes.ts';
import { findRule, JOIN, workRule, type Route, type WorkRule } from '../route/route.ts';
import type { Arithmetic } from '../votes/arithmetic.ts';
import { Flow } from './flow.ts';
import { freshEnough, mayJudge } from './policy.ts';
import { returnTarget } from './returns.ts';
import { cancelLeftovers, settle } from './settle.ts';
import { tally } from './tally.ts';
import { decisionMade, openTaskToJudge, seenBy, type TaskGate } from './task-gate.ts';

export { isJudgement } from './policy.ts';

export interface DecideCommand {
  readonly task: string;
  readonly outcome: string;
  /** Clean text (see cleanText) or null. */
  readonly reason: string | null;
  /** For `returned`: the earlier step to go back to; null takes the route's own edge. */
  readonly to?: string | null;
  /** For `approvedSubjectTo`: what has to be finished (clean texts). */
  readonly demands?: readonly string[];
}

/** Outcomes that may make demands; whoever approves plainly, refuses or has only an opinion makes none. */
const CONDITIONAL: ReadonlySet<string> = new Set(['approvedSubjectTo', 'conditional']);

/**
 * A person's decision in a task, and everything that it ends: the task, and once the step's rule is met the step and
 * its other tasks. What follows is opened by the workflow. A return raises the round.
 * Errors: those of the gate, OUTCOME_NOT_POSSIBLE, REASON_REQUIRED, DEMANDS_REQUIRED, REQUEST_INVALID (because: demandsWithoutApproval), SELF_APPROVAL, BOTH_INITIALS, NO_SUBSTITUTE,
 * FRESH_SIGN_IN_REQUIRED, RETURN_TARGET_NOT_LEGAL.
 */
export function decide(c: Case, route: Route, command: DecideCommand, actor: Actor, means: Means, now: Date = new Date(0)): Result<Fact[]> {
  const gate = openTaskToJudge(c, route, command.task, actor);
  if (!gate.ok) return gate;
  const asked = mayDecide(c, route, gate.value, command, actor, now);
  if (!asked.ok) return asked;
  return ok(decided(c, route, gate.value, command, asked.value, actor, means));
}

/** Whether this decision may be given, and where a return leads. The same for everybody who brings one in, also for somebody else. */
export function mayDecide(c: Case, route: Route, gate: TaskGate, command: DecideCommand, actor: Actor, now: Date): Result<string | null> {
  const { task, step, right } = gate;
  const rule = workRule(route, step.path);
  const possible = possibleIn(task, rule);
  if (!possible.includes(command.outcome)) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: command.outcome, possible });
  if (needsReason(rule, command.outcome) && command.reason === null && command.outcome !== 'approvedSubjectTo') return refuse('REASON_REQUIRED', { outcome: command.outcome });
  if (command.outcome === 'approvedSubjectTo' && (command.demands ?? []).length === 0) return refuse('DEMANDS_REQUIRED', { outcome: command.outcome });
  if ((command.demands ?? []).length > 0 && !CONDITIONAL.has(command.outcome)) return refuse('REQUEST_INVALID', { because: 'demandsWithoutApproval' });
  if (task.purpose === 'work') {
    const may = mayJudge(c, route, step.path, actor, right);
    if (!may.ok) return may;
    const fresh = freshEnough(rule, command.outcome, actor, now);
    if (!fresh.ok) return fresh;
  }
  return command.outcome === 'returned' ? returnTarget(c, route, step, command.to ?? null) : ok<string | null>(null);
}

/** The facts of a decision that may be given. */
export function decided(c: Case, route: Route, gate: TaskGate, command: DecideCommand, target: string | null, actor: Actor, means: Means, made?: Fact): Fact[] {
  const { task, step } = gate;
  const flow = new Flow(c).add(...seenBy(task, actor), made ?? decisionMade(c, gate, command.outcome, actor, command.reason, means));
  for (const text of command.demands ?? []) flow.add({ type: 'demand.made', data: { demand: means.id(), step: step.id }, secret: { text } });
  flow.add({ type: 'task.closed', data: { task: task.id, as: 'done' } });
  if (task.purpose === 'aside') return flow.facts;
  settleIfMet(flow, route, step, task, command.outcome, target);
  return flow.facts;
}

/** Settles the step once its rule is met by what was said so far, calls for the next one in a sequence otherwise. */
export function settleIfMet(flow: Flow, route: Route, step: CaseStep, task: CaseTask, outcome: string, target: string | null): void {
  const rule = workRule(route, step.path);
  const settled = tally(flow.case, rule, stepById(flow.case, step.id), outcome);
  if (settled === null) {
    const next = rule.kind === 'approve' && rule.rule === 'sequence' ? nextInSequence(flow.case, step) : null;
    if (next !== null) flow.add({ type: 'sequence.passed', data: { step: step.id, next } });
    return;
  }
  const wish = settled.outcome === 'returned' && outcome === 'returned' ? target : null;
  leave(flow, route, step, task.unit, settled.outcome, wish, settled.arithmetic);
}

/** Leaves a step with an outcome; a return raises the round, and reaches the head of the lead unit first where another unit returns the draft (NĐ 30/2020 Đ.10(3)). */
export function leave(flow: Flow, route: Route, step: CaseStep, byUnit: string | null, outcome: string, wish: string | null, arithmetic?: Arithmetic): void {
  const to = wish ?? (outcome === 'returned' ? returnEdge(flow.case, route, step) : null);
  const headFirst = outcome === 'returned' && to !== null && route.semantics >= 2 && findRule(route, to)?.kind === 'draft' && byUnit !== flow.case.leadUnit;
  settle(flow, route, step, outcome, { ...(to === null ? {} : { to }), ...(arithmetic ? { arithmetic } : {}), headFirst });
  const settled = flow.facts.findLast((f) => f.type === 'step.settled' && f.data.step === step.id);
  // A branch that is left by a return to its own join has gone on, not back.
  if (outcome !== 'returned' || to === null || to === JOIN || settled?.type !== 'step.settled' || settled.data.to !== to) return;
  cancelLeftovers(flow);
  flow.add({ type: 'dossier.returned', data: { from: step.path, to, round: flow.case.round + 1 } });
}

function returnEdge(c: Case, route: Route, step: CaseStep): string | null {
  const target = returnTarget(c, route, step, null);
  return target.ok ? target.value : null;
}

function nextInSequence(c: Case, step: CaseStep): string | null {
  const asked = new Set(c.tasks.filter((t) => t.step === step.id && t.purpose === 'work').flatMap((t) => t.assignees.map((a) => a.person)));
  return stepById(c, step.id).roster?.find((a) => !asked.has(a.person))?.person ?? null;
}

/** The outcomes that a task may have: those of its kind that lead somewhere; an opinion on the side has those of a consultation. */
export function possibleIn(task: CaseTask, rule: WorkRule): string[] {
  if (task.purpose === 'aside') return [...TASK_OUTCOMES.consult];
  return task.purpose === 'work' ? possibleOutcomes(rule) : [];
}

/** The outcomes that a task of this step may have: those of its kind that lead somewhere. */
export function possibleOutcomes(rule: WorkRule): string[] {
  return TASK_OUTCOMES[rule.kind].filter((o) => rule.kind === 'consult' || rule.next[o] !== undefined);
}

function needsReason(rule: WorkRule, outcome: string): boolean {
  return OUTCOMES_WITH_REASON.has(outcome) || ('reasons' in rule && rule.reasons?.includes(outcome) === true);
}

