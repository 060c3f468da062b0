import { openSteps, type Case, type CaseStep } from '../case/case.ts';
import type { Fact, RungKind } from '../case/facts.ts';
import { workRule, type Route } from '../route/route.ts';
import { closeVote } from './close-vote.ts';
import { Flow } from './flow.ts';
import { settle } from './settle.ts';
import { consultArithmetic } from './tally.ts';

/** A rung whose time has come; `dueAt` is the ISO instant it was due, whenever it fires. */
export interface PassedRung {
  readonly id: string;
  /** Null for the day on which a suspended dossier goes on. */
  readonly step: string | null;
  readonly kind: RungKind;
  readonly dueAt: string;
}

/** The facts by which a suspended dossier goes on, the rungs of its open steps among them. */
export type GoesOn = (c: Case) => readonly Fact[];
const GOES_ON: GoesOn = () => [{ type: 'dossier.resumed', data: { by: 'system' } }];

/**
 * What time does by itself: closes a vote that is sent in, a consultation, a wait, whatever has an edge `lapsed`; ends a
 * suspension on its day. Nothing for a step that has ended, a closed dossier or a suspended one, whose rungs are parked.
 * Silence decides nothing: who did not answer stays unanswered. `urn` holds the ballots of a secret vote.
 */
export function lapse(c: Case, route: Route, rung: PassedRung, urn: readonly string[], goesOn: GoesOn = GOES_ON): Fact[] {
  if (c.status !== 'open') return [];
  const passed: Fact = { type: 'deadline.passed', data: { step: rung.step, rung: rung.id, kind: rung.kind, effectiveAt: rung.dueAt } };
  if (rung.kind === 'resume') return c.suspended ? [passed, ...goesOn(c)] : [];
  const step = openSteps(c).find((s) => s.id === rung.step);
  if (!step || c.suspended) return [];
  const flow = new Flow(c).add(passed);
  close(flow, route, step, urn);
  return flow.facts;
}

function close(flow: Flow, route: Route, step: CaseStep, urn: readonly string[]): void {
  const rule = workRule(route, step.path);
  switch (rule.kind) {
    case 'vote':
      if (rule.mode !== 'meeting') closeVote(flow, route, step, urn);
      return;
    case 'consult':
      settle(flow, route, step, 'completed', { arithmetic: consultArithmetic(flow.case, rule, step, 'due') });
      return;
    default:
      // Who waits for something that never comes, and has no way out, goes on waiting: the term has passed, nothing else.
      if (rule.kind === 'wait' && rule.for === undefined) settle(flow, route, step, 'completed');
      else if (rule.next['lapsed'] !== undefined) settle(flow, route, step, 'lapsed');
  }
}
