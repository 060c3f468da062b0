import { refuse, type Result } from '../result.ts';
import type { TaskChecker, TaskPlace } from './allowed-place.ts';
import { claim, release } from './claim.ts';
import { possibleIn } from './decide.ts';
import { approvalsNotInForce } from './in-force.ts';
import { mayJudge } from './policy.ts';
import { legalReturnTargets } from './returns.ts';
import { seen } from './seen.ts';
import type { TaskVerb } from './verb-table.ts';

/** For each verb on a task of one's own, what its rule says now. */
export const TASK_CHECKERS: Readonly<Partial<Record<TaskVerb, TaskChecker>>> = {
  seen: ({ c, task, actor }) => ({ answer: seen(c, task.id, actor) }),
  claim: ({ c, task, actor }) => ({ answer: claim(c, task.id, actor) }),
  release: ({ c, task, actor }) => ({ answer: release(c, task.id, actor) }),
  decide: (p) => {
    const outcomes = possibleIn(p.task, p.rule);
    return outcomes.length === 0 ? null : { answer: judging(p), outcomes };
  },
  return: (p) => (possibleIn(p.task, p.rule).includes('returned') ? { answer: judging(p), returnTargets: legalReturnTargets(p.c, p.route, p.step) } : null),
  issue: (p) => {
    if (p.rule.kind !== 'issue') return null;
    const missing = p.gate.ok ? approvalsNotInForce(p.c, p.route, p.step.path) : [];
    return { answer: missing.length > 0 ? refuse('APPROVAL_NOT_IN_FORCE', { steps: missing }) : p.gate };
  },
};

/** The gate, and separation of duties where the task is the step's own. */
function judging({ c, route, actor, task, step, gate }: TaskPlace): Result<unknown> {
  return gate.ok && task.purpose === 'work' ? mayJudge(c, route, step.path, actor, gate.value.right) : gate;
}
