import { isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, openTasks, stepById, type Case, type CaseStep } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { findRule, type Route, type StepRule } from '../route/route.ts';
import { Flow } from './flow.ts';
import { isJudgement } from './policy.ts';
import { passedBefore } from './returns.ts';
import { cancelLeftovers, cancelStep, insideLate, withinOf } from './settle.ts';
import { openTaskFor } from './task-gate.ts';

export interface RedoCommand {
  /** The open activation that is left. */
  readonly step: string;
  /** Full path of a step that was passed. */
  readonly to: string;
  readonly reason: string | null;
}

/**
 * Làm lại: a step that was passed is done once more on the same content; nothing is drafted anew, and the round stays.
 * Whoever judges at the open step (reviews, appraises, approves, signs), or the office, may; who is only asked for an opinion may not, nor one member of many (a vote, an approval by a number of members).
 * Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, STEP_NOT_FOUND, NOT_ALLOWED, VERB_NOT_IN_STEP (an open draft), RETURN_TARGET_NOT_LEGAL (details: legal), REASON_REQUIRED.
 */
export function redo(c: Case, route: Route, command: RedoCommand, actor: Actor): Result<Fact[]> {
  const left = leavable(c, route, command.step, actor);
  if (!left.ok) return left;
  const step = left.value;
  const legal = redoTargets(c, route, step);
  if (!legal.includes(command.to)) return refuse('RETURN_TARGET_NOT_LEGAL', { to: command.to, legal });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'redo' });
  const within = withinOf(c, route, step, command.to);
  const flow = new Flow(c);
  cancelStep(flow, outermostLeft(c, step, within?.step));
  cancelLeftovers(flow);
  flow.add({ type: 'dossier.redone', data: { from: step.path, to: command.to, ...(within ? { within } : {}) }, secret: { reason: command.reason } });
  return flow.done();
}

/** Steps that were passed and may be done again from here: never a draft, since the content stays frozen; nothing from a branch that goes on after its join. */
export function redoTargets(c: Case, route: Route, from: CaseStep): string[] {
  return insideLate(c, from) !== null ? [] : [...new Set(passedBefore(c, route, from))].filter((path) => findRule(route, path)?.kind !== 'draft');
}

function leavable(c: Case, route: Route, id: string, actor: Actor): Result<CaseStep> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = openSteps(c).find((s) => s.id === id);
  if (!step) return refuse('STEP_NOT_FOUND', { step: id });
  if (step.kind === 'draft') return refuse('VERB_NOT_IN_STEP', { verb: 'redo' });
  const rule = findRule(route, step.path);
  const judges = rule !== undefined && isJudgement(rule);
  const works = judges && openTasks(c, id).some((t) => t.purpose !== 'aside' && !(t.purpose === 'work' && isOfMany(rule)) && openTaskFor(c, t.id, actor).ok);
  if (!works && !isOfOffice(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourTask' });
  return ok(step);
}

/** A step that no single member can end: a vote, or an approval by a number of them; nor does one of them undo it. */
function isOfMany(rule: StepRule): boolean {
  return rule.kind === 'vote' || (rule.kind === 'approve' && typeof rule.rule === 'object');
}

/** The step itself, or the outermost region that is left with it. */
function outermostLeft(c: Case, step: CaseStep, stays: string | undefined): CaseStep {
  let left = step;
  for (let within = step.within; within && within.step !== stays; within = left.within) left = stepById(c, within.step);
  return left;
}
