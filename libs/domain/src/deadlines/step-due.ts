import type { CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { rungsToCome, type Terms } from '../ladders/plan-rungs.ts';
import { workRule, type Route } from '../route/route.ts';
import type { DueExplanation } from './reckon.ts';

/**
 * When an open step is due (ISO; null: it has no term) and why, when it opened (one that opened during a pause has lost only what came after), and
 * which rungs of its ladder have spoken, and whether it was said that the term has passed (`passed`), both since a longer term let the ladder begin anew.
 */
export interface StepDue {
  readonly dueAt: string | null;
  readonly openedAt?: string;
  readonly due?: DueExplanation | null;
  readonly fired?: readonly { readonly name: string; readonly n: number }[];
  readonly passed?: boolean;
  /** The version of the ladder that it climbs, such as `standard:1`; null where none has planned anything. */
  readonly ladder?: string | null;
}
/** By the step's id. */
export type Dues = Readonly<Record<string, StepDue>>;

export interface NewDue {
  readonly dueAt: Date | null;
  readonly due: DueExplanation | null;
  readonly because: 'extension' | 'resumed' | 'calendar' | 'moved' | 'migrated';
  readonly by: string;
  readonly now: Date;
}

/** A step's new instant, with what the clock fires then instead. A longer term lets the ladder speak anew; after a pause or a new calendar it goes on. A step keeps the version that it climbs. */
export function dueChanged(route: Route, step: CaseStep, was: StepDue, to: NewDue, terms: Terms, means: Means): Fact {
  const standing = { openedAt: was.openedAt === undefined ? to.now : new Date(was.openedAt), dueAt: to.dueAt, now: to.now, ...(beginsAnew(to.because) ? {} : { fired: was.fired ?? [], passed: was.passed ?? false }) };
  const rungs = rungsToCome(workRule(route, step.path), standing, keeping(terms, was.ladder ?? null)).map((r) => ({ id: means.id(), ...r }));
  return {
    type: 'due.changed', data: { step: step.id, because: to.because, by: to.by, ...(to.because === 'calendar' ? { calendar: terms.calendar.key } : {}) },
    derived: { rungs, ...(to.dueAt === null ? {} : { dueAt: to.dueAt.toISOString() }), ...(to.due === null ? {} : { due: to.due }) },
  };
}

/** Whether a changed term lets the ladder begin anew: a longer one that was granted, a date that somebody set. */
export function beginsAnew(because: NewDue['because']): boolean {
  return because === 'extension' || because === 'moved';
}

/** The terms of a step that keeps the version of its ladder. */
function keeping(terms: Terms, key: string | null): Terms {
  const kept = key === null ? undefined : terms.kept?.get(key);
  return kept ? { ...terms, ladders: new Map([...terms.ladders, [kept.id, kept]]) } : terms;
}
