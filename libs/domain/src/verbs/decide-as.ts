import type { Actor } from '../case/actor.ts';
import { findTask, stepOf, type Case } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';
import { decide, type DecideCommand } from './decide.ts';

/** A decision under the name that the trade has for it: ký nháy, ký, trả lời; `review` is what may be one of many at once. */
export type DecisionName = 'initial' | 'sign' | 'answer' | 'review';

/**
 * The same decision as `decide`, only in the steps and with the outcomes that its name stands for. A foreign task is left
 * to `decide`, which answers as if there were none.
 * Errors: OUTCOME_NOT_POSSIBLE (BULK_NOT_ALLOWED for `review`), those of decide.
 */
export function decideAs(name: DecisionName, c: Case, route: Route, command: DecideCommand, actor: Actor, means: Means, now?: Date): Result<Fact[]> {
  const task = findTask(c, command.task);
  if (task && task.state === 'open' && (task.purpose !== 'work' || !stands(name, workRule(route, stepOf(c, task).path), command.outcome))) {
    return name === 'review' ? refuse('BULK_NOT_ALLOWED', { task: task.id }) : refuse('OUTCOME_NOT_POSSIBLE', { outcome: name, possible: [] });
  }
  return decide(c, route, command, actor, means, now);
}

function stands(name: DecisionName, rule: WorkRule, outcome: string): boolean {
  switch (name) {
    case 'initial': return rule.kind === 'review' && rule.initials !== undefined && outcome === 'approved';
    case 'sign': return rule.kind === 'sign' && outcome === 'signed';
    case 'answer': return rule.kind === 'consult';
    // A consent says nothing but yes; any other opinion has its own words, and initials are a kind of signature.
    case 'review': return (rule.kind === 'review' && rule.initials === undefined) || (rule.kind === 'consult' && outcome === 'consent');
  }
}
