import { holdsPost, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, type Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { endOfDay, lastDayOf } from '../calendar/days.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import { changeDue } from '../deadlines/reckon.ts';
import { dueChanged, type Dues } from '../deadlines/step-due.ts';
import { lapses, PLAIN_TERMS, type Terms } from '../ladders/plan-rungs.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { isDay } from './suspend-days.ts';

export interface SuspendCommand {
  /** The last day of the pause, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string | null;
}

/**
 * Tạm dừng until a day: nobody works on the dossier, its terms stand still, and it goes on by itself on the day after. The head of the lead
 * unit or the office.
 * Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED, DATE_INVALID (details: after), REASON_REQUIRED.
 */
export function suspend(c: Case, command: SuspendCommand, today: string, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  if (!maySuspend(c, actor)) return refuse('NOT_ALLOWED', { because: 'notHeadOfLeadUnit' });
  const { until, reason } = command;
  if (!isDay(until) || until <= today) return refuse('DATE_INVALID', { date: until, after: today });
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'suspend' });
  const rungs = [{ id: means.id(), kind: 'resume' as const, at: endOfDay(until).toISOString() }];
  return ok([{ type: 'dossier.suspended', data: { by: actor.person, until }, secret: { reason }, derived: { rungs } }]);
}

/**
 * Tiếp tục before the day that was set; by the same people.
 * Errors: DOSSIER_CLOSED, NOT_SUSPENDED, NOT_ALLOWED.
 */
export function resume(c: Case, route: Route, reason: string | null, dues: Dues, suspendedOn: string, now: Date, actor: Actor, means: Means, terms: Terms = PLAIN_TERMS): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!c.suspended) return refuse('NOT_SUSPENDED');
  if (!maySuspend(c, actor)) return refuse('NOT_ALLOWED', { because: 'notHeadOfLeadUnit' });
  return ok(resumed(c, route, dues, suspendedOn, now, actor.person, means, reason, terms));
}

/**
 * The dossier goes on, by a person or by the clock (`by`: `system`): a term of working days keeps those that were left, any other is moved by
 * the days of the pause. A term that had passed before the pause stays passed: its ladder goes on, and a step which time closes still has to be closed.
 * `suspendedOn` is the office's day of the pause, `YYYY-MM-DD`; `dues` are the terms that stood until now, by step.
 */
export function resumed(c: Case, route: Route, dues: Dues, suspendedOn: string, now: Date, by: string, means: Means, reason: string | null = null, terms: Terms = PLAIN_TERMS): Fact[] {
  const goesOn: Fact = { type: 'dossier.resumed', data: { by }, ...(reason === null ? {} : { secret: { reason } }) };
  return [goesOn, ...openSteps(c).flatMap((step): Fact[] => {
    const was = dues[step.id];
    if (was === undefined) return [];
    if (was.dueAt === null) return [dueChanged(route, step, was, { dueAt: null, due: null, because: 'resumed', by, now }, terms, means)];
    const dueAt = new Date(was.dueAt);
    const opened = was.openedAt === undefined ? suspendedOn : officeDay(new Date(was.openedAt));
    const hadPassed = lastDayOf(dueAt) < suspendedOn;
    const rule = workRule(route, step.path);
    if (hadPassed && !lapses(rule) && rule.ladder === undefined) return [];
    const pause = { because: 'pause' as const, from: opened > suspendedOn ? opened : suspendedOn, to: officeDay(now) };
    const to = hadPassed ? { dueAt, due: was.due ?? null } : changeDue(was.due ?? null, dueAt, pause, terms.calendar);
    return [dueChanged(route, step, was, { ...to, because: 'resumed', by, now }, terms, means)];
  })];
}

function maySuspend(c: Case, actor: Actor): boolean {
  return isOfOffice(actor, c) || holdsPost(actor, c.leadUnit, ['head']) !== undefined;
}
