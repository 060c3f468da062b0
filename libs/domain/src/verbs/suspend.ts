import { holdsPost, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, type Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { endOfDay, isDayInReach, lastDayOf } from '../calendar/days.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { changeDue, reckonAgain, type DueChange, type DueExplanation } from '../deadlines/reckon.ts';
import { moveAsked } from '../deadlines/replan.ts';
import { dueChanged, type Dues, type StepDue } from '../deadlines/step-due.ts';
import { lapses, PLAIN_TERMS, type Terms } from '../ladders/plan-rungs.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';

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
  if (!isDayInReach(until) || until <= today) return refuse('DATE_INVALID', { date: until, after: today });
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
    if (hadPassed) return [dueChanged(route, step, was, { dueAt, due: was.due ?? null, because: 'resumed', by, now }, terms, means)];
    const { to, until } = afterPause(c, step.id, was, dueAt, pause, terms.calendar);
    const asked = moveAsked(c, { step: step.id, from: to.dueAt.toISOString(), until, calendar: terms.calendar.key }, true, means);
    return [dueChanged(route, step, was, { ...to, because: 'resumed', by, now }, terms, means), ...asked];
  })];
}

type Pause = Extract<DueChange, { because: 'pause' }>;

/**
 * A term after a pause. What the calendar of that day says otherwise than the one it was reckoned with counts too, where the date comes later by it; an
 * earlier day (`until`) is asked about, and again where that was open when the pause began.
 */
function afterPause(c: Case, step: string, was: StepDue, dueAt: Date, pause: Pause, calendar: Calendar): { readonly to: { readonly dueAt: Date; readonly due: DueExplanation | null }; readonly until: string | null } {
  const stands = changeDue(was.due ?? null, dueAt, pause, calendar);
  const isAsked = c.proposals.some((p) => p.verb === 'moveDue' && p.params['step'] === step);
  if (!was.due || (was.due.calendar === calendar.key && !isAsked)) return { to: stands, until: null };
  const anew = reckonAgain({ ...was.due, changes: [...was.due.changes, pause] }, calendar);
  return anew.dueAt >= stands.dueAt ? { to: anew, until: null } : { to: stands, until: anew.due.end };
}

function maySuspend(c: Case, actor: Actor): boolean {
  return isOfOffice(actor, c) || holdsPost(actor, c.leadUnit, ['head']) !== undefined;
}
