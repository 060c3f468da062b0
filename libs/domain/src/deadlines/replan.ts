import type { Calendar } from '../calendar/calendar.ts';
import type { Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { rungsToCome, type RungToCome, type Terms } from '../ladders/plan-rungs.ts';
import type { WorkRule } from '../route/route.ts';
import { reckonAgain, type DueExplanation } from './reckon.ts';
import type { StepDue } from './step-due.ts';

/** A step's term as its rows tell it, with the rungs that wait. */
export interface StandingTerm extends StepDue { readonly openedAt: string; readonly waiting: readonly RungToCome[] }

/** What becomes of a term when the calendar changes. */
export interface Replanned {
  /** When the step is due from now on; null: it has no term. */
  readonly dueAt: Date | null;
  readonly due: DueExplanation | null;
  readonly rungs: readonly RungToCome[];
  /** Whether the date or a rung moves; otherwise only the calendar's version is another one. */
  readonly moves: boolean;
  /** The earlier last day (`YYYY-MM-DD`) by this calendar; until the office has said so the date stays. */
  readonly until: string | null;
  /** Whether the office is still to be asked about that day. */
  readonly asks: boolean;
}

/** Reckons a term again; `reckonAgain`, or one that remembers. */
export type Reckoner = typeof reckonAgain;

/**
 * A standing term by another calendar (engine.md, deadlines). A later date is taken; a published date never comes forward in silence, so that an earlier one is
 * asked about, once: what the calendar `before` (the one of the explanation; null: unknown) said already was asked or declined then. Rungs that wait
 * go on waiting, at once where their new time has gone by; what has spoken stays silent.
 */
export function replanTerm(rule: WorkRule, was: StandingTerm, before: Calendar | null, now: Date, terms: Terms, reckon: Reckoner = reckonAgain): Replanned {
  const { dueAt, due, until, asks } = dueByCalendar(was, before, terms.calendar, reckon);
  const standing = { openedAt: new Date(was.openedAt), dueAt, now, fired: was.fired ?? [], passed: was.passed ?? false, waiting: was.waiting };
  const rungs = rungsToCome(rule, standing, terms);
  const moves = (dueAt?.toISOString() ?? null) !== was.dueAt || !sameRungs(was.waiting, rungs);
  return { dueAt, due, rungs, moves, until, asks };
}

function dueByCalendar(was: StandingTerm, before: Calendar | null, calendar: Calendar, reckon: Reckoner): Pick<Replanned, 'dueAt' | 'due' | 'until' | 'asks'> {
  const stands = was.dueAt === null ? null : new Date(was.dueAt);
  if (stands === null || !was.due) return { dueAt: stands, due: null, until: null, asks: false };
  const to = reckon(was.due, calendar);
  if (to.dueAt >= stands) return { ...to, until: null, asks: false };
  const known = before !== null && reckon(was.due, before).dueAt.getTime() === to.dueAt.getTime();
  return { dueAt: stands, due: { ...was.due, calendar: calendar.key }, until: to.due.end, asks: !known };
}

const textOf = (r: RungToCome): string => [r.kind, r.at, r.ladder ?? '', r.name ?? '', r.n ?? 1].join(' ');

function sameRungs(a: readonly RungToCome[], b: readonly RungToCome[]): boolean {
  const texts = new Set(a.map(textOf));
  return a.length === b.length && b.every((r) => texts.has(textOf(r)));
}

/** That a new calendar has moved a date or its rungs. */
export function dueReplanned(step: string, to: Replanned, calendar: string, means: Means): Fact {
  return {
    type: 'due.changed', data: { step, because: 'calendar', by: 'system', calendar },
    derived: { rungs: to.rungs.map((r) => ({ id: means.id(), ...r })), ...(to.dueAt === null ? {} : { dueAt: to.dueAt.toISOString() }), ...(to.due === null ? {} : { due: to.due }) },
  };
}

/** A date that stays though a calendar would bring it forward to `until` (null: it would not), and when it is due as it stands, ISO. */
export interface Question { readonly step: string; readonly from: string | null; readonly until: string | null; readonly calendar: string }

/** Asks the office whether a date comes forward. An open question about the step that no longer fits is taken back; one that still does stays, and is not asked twice. */
export function moveAsked(c: Case, { step, from, until, calendar }: Question, isNew: boolean, means: Means): Fact[] {
  const open = c.proposals.filter((p) => p.verb === 'moveDue' && p.params['step'] === step);
  const fits = (p: (typeof open)[number]): boolean => until !== null && p.params['from'] === from && p.params['until'] === until;
  const back = open.filter((p) => !fits(p)).map((p): Fact => ({ type: 'proposal.declined', data: { proposal: p.id, by: 'system' } }));
  if (!isNew || until === null || from === null || open.some(fits)) return back;
  return [...back, { type: 'proposal.made', data: { proposal: means.id(), verb: 'moveDue', by: 'system', params: { step, from, until, calendar, premise: step } } }];
}
