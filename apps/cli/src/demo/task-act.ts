import { opinionOf, REASONS } from './sample-words.ts';
import type { Plan } from './plans.ts';
import type { Opening, SeenAction } from './seen-dossier.ts';

/** What somebody does with the task in front of them, as a request of the API; `etag` is the If-Match it needs. */
export type TaskAct = { readonly etag: string } & (
  | { readonly verb: 'claim' }
  | { readonly verb: 'issue' }
  | { readonly verb: 'decide'; readonly body: { readonly outcome: string; readonly reason: string | null } }
  | { readonly verb: 'return'; readonly body: { readonly to: null; readonly reason: string } });

/** The task as its candidate sees it, and where it stands. */
export interface TaskInHand {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly unit: string | null;
  readonly at: Opening;
  readonly allowedActions: readonly SeenAction[];
}

/** What each kind of step says when nothing is wrong. */
const USUAL: Readonly<Record<string, string>> = { review: 'approved', appraise: 'approved', approve: 'approved', sign: 'signed' };

/**
 * Chooses what the person does next with a task they have seen, among what the API allows: claim what is offered, then
 * answer. Null where nothing is allowed any more (somebody was first, or the step has ended). Pure.
 */
export function taskAct(plan: Plan, task: TaskInHand): TaskAct | null {
  const may = (verb: string): SeenAction | undefined => task.allowedActions.find((a) => a.task === task.id && a.verb === verb && a.allowed);
  const [claim, issue, giveBack, decide] = [may('claim'), may('issue'), may('return'), may('decide')];
  if (claim) return { verb: 'claim', etag: claim.etag ?? '' };
  if (issue) return { verb: 'issue', etag: issue.etag ?? '' };
  if (giveBack && happensHere(plan, task, 'return')) return { verb: 'return', etag: giveBack.etag ?? '', body: { to: null, reason: REASONS.returned } };
  if (!decide) return null;
  const body = answerOf(plan, task);
  if (decide.outcomes && !decide.outcomes.includes(body.outcome)) throw new Error(`step ${task.at.path} does not take “${body.outcome}”, only ${decide.outcomes.join(', ')}`);
  return { verb: 'decide', etag: decide.etag ?? '', body };
}

/** An incident happens at the first opening of its step; a return, by its person. */
function happensHere(plan: Plan, task: TaskInHand, kind: 'return' | 'conditional'): boolean {
  return plan.incidents.some((i) => i.kind === kind && i.step === task.at.path && task.at.nth === 1 && (i.kind !== 'return' || i.person === task.person));
}

function answerOf(plan: Plan, task: TaskInHand): { outcome: string; reason: string | null } {
  if (task.kind === 'consult') return opinionOf(plan.code, task.unit ?? '');
  if (happensHere(plan, task, 'conditional')) return { outcome: 'conditional', reason: REASONS.conditional };
  const outcome = USUAL[task.kind];
  if (outcome === undefined) throw new Error(`a step of kind ${task.kind} asks nobody to decide`);
  return { outcome, reason: task.kind === 'appraise' ? REASONS.appraised : null };
}
