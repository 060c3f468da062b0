import { dueWords, standingOf, standingWords, type DueExplanation, type Standing } from '@totrinh/domain';
import type { DossierAnswer, OPERATIONS } from '@totrinh/api-schema';
import { calendarIn, type BoardTask, type Explained, type Reckoning, type StepRung } from '@totrinh/persistence';
import type { z } from 'zod';

export type StandingAnswer = BoardLine['standing'];
export type DueAnswer = NonNullable<BoardLine['due']>;
export type BoardLine = z.infer<(typeof OPERATIONS.readBoard.answers)[200]>['items'][number];
export type LeadersLine = z.infer<(typeof OPERATIONS.readLeadersBoard.answers)[200]>['items'][number];

/** What a step's standing is told from: the columns, and the unit by whose calendar it is judged. */
export interface Timed { readonly openedAt: Date; readonly dueAt: Date | null; readonly pausedUntil: string | null; readonly leaders: boolean; readonly leadUnit: string }

/** How an open step stands now; null for what has no term and does not lie before leaders. */
export function presentStanding({ leadUnit, ...query }: Timed, reckoning: Reckoning, now: Date): StandingAnswer | null {
  const standing = standingOf(query, { calendar: calendarIn(reckoning, leadUnit), now, soon: reckoning.soon });
  return standing && { is: standing.is, workingDays: daysOf(standing), ...standingWords(standing) };
}

const daysOf = (s: Standing): number | null => (s.is === 'paused' ? null : s.workingDays);

/** Căn cứ of a due date, its sentence included. */
export function presentDue(due: DueExplanation | null): DueAnswer | null {
  return due && { ...due, rule: { ...due.rule }, days: due.days.map((d) => ({ ...d })), changes: due.changes.map((c) => ({ ...c })), why: { ...dueWords(due) } };
}

export function presentExplained(explained: Explained | null): BoardLine['explained'] {
  return explained && { by: explained.by, at: explained.at.toISOString(), reason: explained.reason };
}

export function presentRung({ kind, ladder, name, n, at, firedAt, told, tells, reminders }: StepRung): DossierAnswer['steps'][number]['rungs'][number] {
  return { kind, ladder, name, n, at: at.toISOString(), firedAt: firedAt?.toISOString() ?? null, told: told.map((t) => ({ ...t })), tells: [...tells], reminders };
}

export function presentLine(t: BoardTask, reckoning: Reckoning, now: Date): BoardLine {
  return { task: t.task, ...lineOf(t, false, reckoning, now), unit: t.unit, holder: t.holder };
}

export function presentLeadersLine(t: BoardTask, reckoning: Reckoning, now: Date): LeadersLine {
  return { ...lineOf(t, true, reckoning, now), body: t.body };
}

function lineOf(t: BoardTask, leaders: boolean, reckoning: Reckoning, now: Date): Omit<LeadersLine, 'body'> {
  const standing = presentStanding({ openedAt: t.openedAt, dueAt: t.dueAt, pausedUntil: t.pausedUntil, leaders, leadUnit: t.dossier.leadUnit.id }, reckoning, now);
  if (!standing) throw new Error(`task ${t.task} stands on a board without a term`);
  return {
    step: t.step, dossier: t.dossier, openedAt: t.openedAt.toISOString(), dueAt: t.dueAt?.toISOString() ?? null, due: presentDue(t.due), standing, reminders: t.reminders,
    last: t.last && { ...t.last, at: t.last.at.toISOString() }, next: t.next && { ...t.next, at: t.next.at.toISOString() }, explained: presentExplained(t.explained),
  };
}
