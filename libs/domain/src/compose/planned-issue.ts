import { workingDaysBetween, type Calendar } from '../calendar/calendar.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import { withDefaults, fieldFaults } from '../verbs/fields.ts';
import { findRule, type FieldValue, type Route } from '../route/route.ts';
import { simulate, type Played } from '../route/simulate.ts';

/** When a dossier that begins now would be issued, if every step goes forward: days of the office. */
export interface PlannedIssue {
  readonly played: Played | null;
  /** If everybody acts at once. */
  readonly earliest: string | null;
  /** If everybody takes the whole term: dự kiến ban hành. */
  readonly issuedOn: string | null;
  /** Working days from the start to that day. */
  readonly workingDays: number | null;
}

const NONE: PlannedIssue = { played: null, earliest: null, issuedOn: null, workingDays: null };

/** Plays a route from `start`, with the defaults of its facts; an estimate, never a promise. Nothing where a fact has no default yet: the way is not known then. */
export function plannedIssue(route: Route, of: { readonly start: Date; readonly kind: string; readonly itemDeadline: string | null; readonly calendar: Calendar; readonly fields?: Readonly<Record<string, FieldValue>> }): PlannedIssue {
  const fields = withDefaults(route, of.fields ?? {});
  if (fieldFaults(route, fields, true).length > 0) return NONE;
  const played = simulate(route, { start: of.start, kind: of.kind, fields, outcomes: {}, dates: {}, itemDeadline: of.itemDeadline, calendar: of.calendar });
  const issue = played.steps.findLast((s) => findRule(route, s.path)?.kind === 'issue');
  if (played.ended !== 'done' || !issue) return { ...NONE, played };
  const issuedOn = officeDay(issue.due !== null && issue.due > issue.latest ? endingOn(issue.due) : issue.latest);
  return { played, earliest: officeDay(issue.earliest), issuedOn, workingDays: workingDaysBetween(of.calendar, officeDay(of.start), issuedOn) };
}

/** A term that ends at 24:00 ends on the day before that midnight. */
const endingOn = (due: Date): Date => new Date(due.getTime() - 1);
