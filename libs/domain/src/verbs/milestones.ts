import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { stepRule, type Route, type RuleOf } from '../route/route.ts';
import { Flow } from './flow.ts';
import { settle } from './settle.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** What is followed where the route takes it from the item: the implementing document is out ("đi vào cuộc sống"). */
const OF_ITEM = ['van-ban-trien-khai'];

export function milestonesOf(rule: RuleOf<'track'>): readonly string[] {
  return Array.isArray(rule.milestones) ? rule.milestones : OF_ITEM;
}

/**
 * Ghi mốc theo dõi: a milestone of the follow-up is reached; the last one completes the step. The same one twice changes nothing.
 * Errors: those of the gate, VERB_NOT_IN_STEP, MILESTONE_UNKNOWN (details: known).
 */
export function reach(c: Case, route: Route, command: { readonly task: string; readonly milestone: string }, actor: Actor): Result<Fact[]> {
  const gate = openTaskFor(c, command.task, actor);
  if (!gate.ok) return gate;
  const { task, step } = gate.value;
  const rule = stepRule(route, step.path);
  if (rule.kind !== 'track' || task.purpose !== 'work') return refuse('VERB_NOT_IN_STEP', { verb: 'reach' });
  const known = milestonesOf(rule);
  if (!known.includes(command.milestone)) return refuse('MILESTONE_UNKNOWN', { milestone: command.milestone, known });
  const isReached = (name: string): boolean => flow.case.milestones.some((m) => m.step === step.id && m.milestone === name);
  const flow = new Flow(c).add(...seenBy(task, actor));
  if (isReached(command.milestone)) return flow.done();
  flow.add({ type: 'milestone.reached', data: { step: step.id, milestone: command.milestone, by: actor.person } });
  if (!known.every(isReached)) return flow.done();
  flow.add({ type: 'task.closed', data: { task: task.id, as: 'done' } });
  settle(flow, route, step, 'completed');
  return flow.done();
}
