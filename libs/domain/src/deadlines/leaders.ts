import type { TaskPurpose } from '../case/case.ts';
import type { Ladder } from '../ladders/ladder.ts';
import type { Who, WorkRule } from '../route/route.ts';
import { isOfLeaders } from '../route/with-ladders.ts';

/** Whether a task of a step is a leader's or a body's own: nobody calls it late and their staff do not remind them. An opinion on the side never is, nor what the office records. */
export function isLeadersTask(rule: WorkRule, purpose: TaskPurpose): boolean {
  if (purpose === 'aside') return false;
  if (rule.kind === 'vote') return purpose === 'work';
  if (rule.kind === 'finish') return purpose === 'confirm' && isBody(rule.confirm);
  return isOfLeaders(rule);
}

/**
 * Whether an open step lies before leaders or a body ("đang trình", never "quá hạn"): its ladder says so, a body is to decide in it, or one of its open tasks is
 * theirs. `purposes`: of its open tasks; `ladder`: the one that it climbs.
 */
export function isBeforeLeaders(rule: WorkRule, purposes: readonly TaskPurpose[], ladder?: Pick<Ladder, 'leaders'>): boolean {
  return ladder?.leaders === true || isOfLeaders(rule) || purposes.some((purpose) => isLeadersTask(rule, purpose));
}

const isBody = (who: Who): boolean => 'body' in who || 'signers' in who;
