import { openTasks, type Case, type CaseTask } from '../case/case.ts';
import type { WorkRule } from '../route/route.ts';

/**
 * The step's outcome once `outcome` is given in `task`, or null while others are still to be heard.
 * any: the first decision. all: the first returned or rejected settles at once; approved only when every task says so.
 * A consultation is completed when each asked unit has answered.
 */
export function tally(c: Case, rule: WorkRule, task: CaseTask, outcome: string): string | null {
  const othersOpen = openTasks(c, task.step).some((t) => t.id !== task.id);
  if (rule.kind === 'consult') return othersOpen ? null : 'completed';
  if (rule.kind === 'approve' && rule.rule === 'all' && outcome === 'approved') return othersOpen ? null : 'approved';
  return outcome;
}
