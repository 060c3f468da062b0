import { holdsPost, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, type Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { endOfDay } from '../deadlines/due-instant.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { lapses } from './advance.ts';
import { dueChanged } from './extend.ts';
import { daysBetween, isDay } from './suspend-days.ts';

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

/** When a step is due (ISO), and when it opened: one that opened during the pause has lost only what came after. */
export interface StepDue { readonly dueAt: string; readonly openedAt?: string }
export type Dues = Readonly<Record<string, StepDue>>;

/**
 * Tiếp tục before the day that was set; by the same people.
 * Errors: DOSSIER_CLOSED, NOT_SUSPENDED, NOT_ALLOWED.
 */
export function resume(c: Case, route: Route, reason: string | null, dues: Dues, suspendedOn: string, now: Date, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!c.suspended) return refuse('NOT_SUSPENDED');
  if (!maySuspend(c, actor)) return refuse('NOT_ALLOWED', { because: 'notHeadOfLeadUnit' });
  return ok(resumed(c, route, dues, suspendedOn, now, actor.person, means, reason));
}

/**
 * The dossier goes on, by a person or by the clock (`by`: `system`): each term is moved by the days of the pause. A term that had passed
 * before the pause stays passed, except that a step which time closes still has to be closed. `suspendedOn` is the office's day of the
 * pause, `YYYY-MM-DD`; `dues` are the instants that stood until now, by step.
 */
export function resumed(c: Case, route: Route, dues: Dues, suspendedOn: string, now: Date, by: string, means: Means, reason: string | null = null): Fact[] {
  const goesOn: Fact = { type: 'dossier.resumed', data: { by }, ...(reason === null ? {} : { secret: { reason } }) };
  return [goesOn, ...openSteps(c).flatMap((step): Fact[] => {
    const due = dues[step.id];
    if (due === undefined) return [];
    const opened = due.openedAt === undefined ? suspendedOn : officeDay(new Date(due.openedAt));
    const from = opened > suspendedOn ? opened : suspendedOn;
    const hadPassed = officeDay(new Date(Date.parse(due.dueAt) - 1)) < suspendedOn;
    if (hadPassed && !lapses(workRule(route, step.path))) return [];
    return [dueChanged(route, step, daysLater(due.dueAt, hadPassed ? 0 : daysBetween(from, officeDay(now))), 'resumed', by, means)];
  })];
}

function daysLater(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}

function maySuspend(c: Case, actor: Actor): boolean {
  return isOfOffice(actor, c) || holdsPost(actor, c.leadUnit, ['head']) !== undefined;
}
