import type { Actor } from '../case/actor.ts';
import { candidatesOf, type Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** Takes an offered task; whoever stands in takes it for whom they stand in for, whose it stays after the absence. Errors: those of the gate; TASK_NOT_OFFERED where it has one candidate or is already mine. */
export function claim(c: Case, task: string, actor: Actor): Result<Fact[]> {
  const gate = openTaskFor(c, task, actor);
  if (!gate.ok) return gate;
  if (gate.value.task.holder !== null || candidatesOf(gate.value.task.assignees).length < 2) return refuse('TASK_NOT_OFFERED', { task });
  return ok([...seenBy(gate.value.task, actor), { type: 'task.claimed', data: { task, person: gate.value.right.person } }]);
}

/** Puts a claimed task back among the offered. Errors: those of the gate; TASK_NOT_HELD. */
export function release(c: Case, task: string, actor: Actor): Result<Fact[]> {
  const gate = openTaskFor(c, task, actor);
  if (!gate.ok) return gate;
  if ((gate.value.task.holder !== actor.person && gate.value.task.holder !== gate.value.right.person) || candidatesOf(gate.value.task.assignees).length < 2) return refuse('TASK_NOT_HELD', { task });
  return ok([{ type: 'task.released', data: { task, person: actor.person } }]);
}
