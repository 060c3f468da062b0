import type { Case, CaseStep, CaseTask } from './case.ts';
import { openTasks } from './case.ts';
import type { Fact } from './facts.ts';

/** Everything that ends when a step is left without an outcome of its own: its open tasks, then the step. */
export function cancelStep(c: Case, step: CaseStep): Fact[] {
  return [...openTasks(c, step.id).map(cancelTask), { type: 'step.cancelled', data: { step: step.id } }];
}

/** Everything that ends when a step settles: sibling tasks are cancelled, the step gets its outcome and what follows. */
export function settleStep(c: Case, step: CaseStep, done: CaseTask, outcome: string, to: string): Fact[] {
  return [...openTasks(c, step.id).filter((t) => t.id !== done.id).map(cancelTask), { type: 'step.settled', data: { step: step.id, outcome, to } }];
}

function cancelTask(task: CaseTask): Fact {
  return { type: 'task.closed', data: { task: task.id, as: 'cancelled' } };
}
