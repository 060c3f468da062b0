import { holdsPost, isForAnother, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, openTasks, type Case, type CaseProposal, type CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { endOfDay, isDayInReach, lastDayOf } from '../calendar/days.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import { changeDue } from '../deadlines/reckon.ts';
import { dueChanged, type StepDue } from '../deadlines/step-due.ts';
import { PLAIN_TERMS, type Terms } from '../ladders/plan-rungs.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { offered } from './policy.ts';
import { paramOf, paramOrNull, propose } from './proposals.ts';
import { openTaskFor } from './task-gate.ts';

export interface ExtendCommand {
  readonly task: string;
  /** The last day of the longer term, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string | null;
}

/**
 * Xin gia hạn: whoever works on a task asks for a later day; `dueAt` is the instant at which its step is due now (null: it has no term).
 * Errors: those of the gate, VERB_NOT_IN_STEP (also where the step has no term), OUTCOME_NOT_POSSIBLE (an opinion on the side), DATE_INVALID (details: after), REASON_REQUIRED, those of propose.
 */
export function extendTerm(c: Case, route: Route, command: ExtendCommand, dueAt: string | null, now: Date, actor: Actor, means: Means): Result<Fact[]> {
  const gate = openTaskFor(c, command.task, actor);
  if (!gate.ok) return gate;
  const { step, task, right } = gate.value;
  if (task.purpose === 'aside') return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'extend', possible: [] });
  const may = offered(workRule(route, step.path), 'extend');
  if (!may.ok) return may;
  if (dueAt === null) return refuse('VERB_NOT_IN_STEP', { verb: 'extend' });
  const later = laterDay(command.until, dueAt, now);
  if (!later.ok) return later;
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'extend' });
  return propose(c, 'extend', { step: step.id, task: task.id, until: command.until, from: dueAt, ...(isForAnother(right) ? { principal: right.person } : {}) }, command.reason, actor, means, step.id);
}

/** The office grants it, or for a unit's task the head of the lead unit; never whoever asked, nor in whose stead it was asked. */
export function mayGrant(c: Case, proposal: CaseProposal, actor: Actor): boolean {
  const task = c.tasks.find((t) => t.id === paramOf(proposal, 'task'));
  if (paramOrNull(proposal, 'principal') === actor.person) return false;
  return isOfOffice(actor, c) || (task !== undefined && task.unit !== null && holdsPost(actor, c.leadUnit, ['head']) !== undefined);
}

/** The step is due at the end of the day that was granted, and the clock fires then; `was` is its term now, where that has moved since it was asked. Errors: DOSSIER_SUSPENDED, PROPOSAL_STALE, DATE_INVALID. */
export function extended(c: Case, route: Route, proposal: CaseProposal, now: Date, actor: Actor, means: Means, was: StepDue = { dueAt: null }, terms: Terms = PLAIN_TERMS): Result<Fact[]> {
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = extendedStep(c, proposal);
  if (!step) return refuse('PROPOSAL_STALE', { proposal: proposal.id });
  const until = paramOf(proposal, 'until');
  const dueAt = was.dueAt ?? paramOf(proposal, 'from');
  const later = laterDay(until, dueAt, now);
  if (!later.ok) return later;
  const to = changeDue(was.due ?? null, new Date(dueAt), { because: 'extension', to: until }, terms.calendar);
  return ok([dueChanged(route, step, was, { ...to, because: 'extension', by: actor.person, now }, terms, means)]);
}

/** The office says so; where a dossier has no issuing office, the head of the lead unit. */
export function mayMoveDue(c: Case, actor: Actor): boolean {
  return isOfOffice(actor, c) || (c.roles.units['issuing'] === undefined && holdsPost(actor, c.leadUnit, ['head']) !== undefined);
}

/**
 * A new calendar would bring a date forward; a published date never moves so in silence, so that the office is asked (`moveDue`, put forward by the system) and this is
 * what it confirms. Errors: DOSSIER_SUSPENDED, PROPOSAL_STALE (the step has ended, or its date has moved since).
 */
export function dueMoved(c: Case, route: Route, proposal: CaseProposal, now: Date, actor: Actor, means: Means, was: StepDue = { dueAt: null }, terms: Terms = PLAIN_TERMS): Result<Fact[]> {
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = openSteps(c).find((s) => s.id === paramOf(proposal, 'step'));
  if (!step || was.dueAt === null || was.dueAt !== paramOf(proposal, 'from')) return refuse('PROPOSAL_STALE', { proposal: proposal.id });
  const to = changeDue(was.due ?? null, new Date(was.dueAt), { because: 'moved', to: paramOf(proposal, 'until') }, terms.calendar);
  return ok([dueChanged(route, step, was, { ...to, because: 'moved', by: actor.person, now }, terms, means)]);
}

function extendedStep(c: Case, proposal: CaseProposal): CaseStep | undefined {
  const id = paramOf(proposal, 'step');
  return openTasks(c, id).some((t) => t.id === paramOf(proposal, 'task')) ? openSteps(c).find((s) => s.id === id) : undefined;
}

/** The end of a day that lies after today and after the present term. */
function laterDay(until: string, dueAt: string, now: Date): Result<string> {
  const after = [officeDay(now), lastDayOf(new Date(dueAt))].sort().at(-1) ?? '';
  return isDayInReach(until) && until > after ? ok(endOfDay(until).toISOString()) : refuse('DATE_INVALID', { date: until, after });
}
