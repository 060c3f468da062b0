import { decisionsOf, openTasks, type Case, type CaseStep } from '../case/case.ts';
import type { WorkRule, RuleOf } from '../route/route.ts';
import type { Arithmetic, ConsultArithmetic } from '../votes/arithmetic.ts';
import { tallyPeople } from '../votes/tally-people.ts';
import { possibleOutcomes } from './decide.ts';

export interface Tallied { readonly outcome: string; readonly arithmetic?: Arithmetic }

/**
 * The step's outcome once `said` was given, or null while others are still to be heard; reads the decisions in force, so
 * that it can be recomputed from the record at any time.
 */
export function tally(c: Case, rule: WorkRule, step: CaseStep, said: string): Tallied | null {
  if (rule.kind === 'consult') return tallyConsult(c, rule, step);
  if (rule.kind !== 'approve') return { outcome: said };
  const opinions = decisionsOf(c, step.id).filter((d) => isWork(c, d.task)).map((d) => d.outcome);
  const seats = step.roster?.length ?? c.tasks.filter((t) => t.step === step.id && t.purpose === 'work').length;
  return tallyPeople(rule.rule, rule.rule === 'any' ? 1 : Math.max(seats, opinions.length), opinions, possibleOutcomes(rule));
}

function tallyConsult(c: Case, rule: RuleOf<'consult'>, step: CaseStep): Tallied | null {
  const answers = decisionsOf(c, step.id).filter((d) => isWork(c, d.task)).length;
  const waiting = openTasks(c, step.id).filter((t) => t.purpose === 'work').length + c.pending.filter((p) => p.step === step.id && p.seat?.kind !== 'aside').length;
  if (waiting === 0) return { outcome: 'completed', arithmetic: consultArithmetic(c, rule, step, 'allAnswered') };
  return rule.enough !== undefined && answers >= rule.enough ? { outcome: 'completed', arithmetic: consultArithmetic(c, rule, step, 'enough') } : null;
}

/** What a consultation brought in, however it is closed. */
export function consultArithmetic(c: Case, rule: RuleOf<'consult'>, step: CaseStep, closed: ConsultArithmetic['closed']): ConsultArithmetic {
  const said = decisionsOf(c, step.id).filter((d) => isWork(c, d.task)).map((d) => d.outcome);
  const tasks = c.tasks.filter((t) => t.step === step.id && t.purpose === 'work');
  const open = tasks.filter((t) => t.state === 'open').length;
  const count = (outcome: string): number => said.filter((o) => o === outcome).length;
  return { kind: 'consult', asked: said.length + open, consent: count('consent'), object: count('object'), other: count('other'), unanswered: open, enough: rule.enough ?? null, closed, silence: rule.silence };
}

const isWork = (c: Case, task: string): boolean => c.tasks.find((t) => t.id === task)?.purpose !== 'aside';
