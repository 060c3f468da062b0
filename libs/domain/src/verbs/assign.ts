import type { Actor } from '../case/actor.ts';
import type { Assignee, Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import { barredBy } from './policy.ts';
import { openTaskOfOwn, unitTask } from './register.ts';
import { seenBy } from './task-gate.ts';

export interface AssignCommand {
  readonly task: string;
  readonly person: string;
  /** Whether the officer may also give the unit's answer; by default only its head or a deputy does. */
  readonly mayAnswer?: boolean;
}

/**
 * Giao chuyên viên: the head or a deputy gives the unit's task to an officer, again if it has to be another one. `officer`
 * is what the directory says of the person in this unit today. Nobody prepares a judgement that they may not give.
 * Errors: those of unitTask and openTaskOfOwn, NOT_OF_UNIT (details: person, unit), SELF_APPROVAL, BOTH_INITIALS.
 */
export function assign(c: Case, route: Route, command: AssignCommand, actor: Actor, officer: readonly Assignee[]): Result<Fact[]> {
  const found = unitTask(c, route, command.task, actor, 'assign');
  if (!found.ok) return found;
  const { task, step } = found.value;
  const gate = openTaskOfOwn(c, task.id, actor);
  if (!gate.ok) return gate;
  const [given] = officer.filter((a) => a.person === command.person);
  if (!given) return refuse('NOT_OF_UNIT', { person: command.person, unit: task.unit });
  const barred = barredBy(c, route, step.path, given.person);
  if (barred) return { ok: false, error: barred };
  return ok([...seenBy(task, actor), { type: 'task.given', data: { task: task.id, by: actor.person, officer: given, mayAnswer: command.mayAnswer === true } }]);
}
