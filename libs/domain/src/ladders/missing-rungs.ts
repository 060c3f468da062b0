import type { RungKind } from '../case/facts.ts';
import type { WorkRule } from '../route/route.ts';
import { rungsToCome, type RungToCome, type Terms } from './plan-rungs.ts';

/** A rung of an open step that waits or has fired; `at` is its ISO instant. */
export interface StandingRung {
  readonly kind: RungKind;
  readonly at: string;
  readonly name: string | null;
  readonly n: number;
  readonly ladder: string | null;
  readonly calendar: string | null;
  readonly fired: boolean;
}

/** An open step's climb as the tables tell it. */
export interface StandingStep { readonly openedAt: Date; readonly dueAt: Date | null; readonly rungs: readonly StandingRung[] }

/**
 * What an open step should wait for and does not: its term or lapse, which neither waits nor has fired at its time or later, and rungs of its ladder that
 * would speak after `now`. What was lost and lies in the past stays lost: nothing speaks before now.
 */
export function missingRungs(rule: WorkRule, { openedAt, dueAt, rungs }: StandingStep, now: Date, terms: Terms): RungToCome[] {
  const fired = rungs.flatMap((r) => (r.fired && r.kind === 'ladder' && r.name !== null ? [{ name: r.name, n: r.n }] : []));
  const stands = (wanted: RungToCome): boolean => rungs.some((r) => r.kind === wanted.kind
    && (wanted.kind === 'ladder' ? !r.fired && r.name === wanted.name : !r.fired || Date.parse(r.at) >= Date.parse(wanted.at)));
  const passed = rungs.some((r) => r.fired && r.kind === 'overdue');
  return rungsToCome(rule, { openedAt, dueAt, now, fired, passed }, terms).filter((wanted) => !stands(wanted));
}

/** Whether a waiting rung was reckoned with another calendar than the one that holds now: a re-plan that was not finished. Rungs from before there were calendars are left alone. */
export function waitsOnOlderCalendar(rungs: readonly StandingRung[], key: string): boolean {
  return rungs.some((r) => !r.fired && r.calendar !== null && r.calendar !== key);
}
