import { opinionOf, REASONS } from './sample-words.ts';
import type { Plan } from './plans.ts';
import type { Opening, SeenAction } from './seen-dossier.ts';

type Counts = Plan['counted'];

/** What somebody does with the task in front of them, as a request of the API; `etag` is the If-Match it needs. */
export type TaskAct = { readonly etag: string } & (
  | { readonly verb: 'claim' | 'issue' | 'initial' | 'sign' | 'finish' }
  | { readonly verb: 'decide'; readonly body: { readonly outcome: string; readonly reason: string | null } }
  | { readonly verb: 'answer'; readonly body: { readonly outcome: 'consent' | 'object' | 'other'; readonly reason: string } }
  | { readonly verb: 'return'; readonly body: { readonly to: null; readonly reason: string } }
  | { readonly verb: 'transfer'; readonly body: { readonly person: string } }
  | { readonly verb: 'recordResult'; readonly body: Counts & { readonly demands: string[] } }
  | { readonly verb: 'confirm'; readonly body: { readonly outcome: 'confirmed' } }
  | { readonly verb: 'reach'; readonly body: { readonly milestone: string } });

/** The task as its candidate sees it, and where it stands. */
export interface TaskInHand {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly unit: string | null;
  readonly at: Opening;
  readonly allowedActions: readonly SeenAction[];
}

/** What each kind of step says when nothing is wrong and there is no verb of its own for it. */
const USUAL: Readonly<Record<string, string>> = { review: 'approved', appraise: 'approved', approve: 'approved' };

/** Verbs that say everything by themselves, in the order in which they are looked for; an offered task is claimed first. */
const PLAIN = ['claim', 'issue', 'finish'] as const;
const NAMED = ['initial', 'sign'] as const;

/**
 * Chooses what the person does next with a task they have seen, among what the API allows: claim what is offered, then
 * answer. Null where nothing is allowed any more (somebody was first, or the step has ended). Pure.
 */
export function taskAct(plan: Plan, task: TaskInHand): TaskAct | null {
  const may = (verb: string): (SeenAction & { tag: string }) | undefined => {
    const found = task.allowedActions.find((a) => a.task === task.id && a.verb === verb && a.allowed);
    return found && { ...found, tag: found.etag ?? '' };
  };
  const plainly = (verbs: readonly ('claim' | 'issue' | 'finish' | 'initial' | 'sign')[]): TaskAct | null => verbs.flatMap((verb): TaskAct[] => { const action = may(verb); return action ? [{ verb, etag: action.tag }] : []; })[0] ?? null;
  const plain = plainly(PLAIN);
  if (plain) return plain;
  const [giveBack, transfer, record, confirm, reach, answer, decide] = [may('return'), may('transfer'), may('recordResult'), may('confirm'), may('reach'), may('answer'), may('decide')];
  if (giveBack && happensHere(plan, task, 'return')) return { verb: 'return', etag: giveBack.tag, body: { to: null, reason: REASONS.returned } };
  // A draft that another unit returned reaches the head first, who passes it on.
  if (task.kind === 'draft') return transfer ? { verb: 'transfer', etag: transfer.tag, body: { person: plan.drafter } } : null;
  if (record) return { verb: 'recordResult', etag: record.tag, body: { ...plan.counted, demands: [...plan.demands] } };
  if (confirm) return { verb: 'confirm', etag: confirm.tag, body: { outcome: 'confirmed' } };
  const milestone = reach?.targets?.[0];
  if (reach && milestone !== undefined) return { verb: 'reach', etag: reach.tag, body: { milestone } };
  if (answer) return { verb: 'answer', etag: answer.tag, body: opinionOf(plan.code, task.unit ?? '') };
  const named = plainly(NAMED);
  if (named || !decide) return named;
  const body = happensHere(plan, task, 'conditional') ? { outcome: 'conditional', reason: REASONS.conditional } : usual(task);
  if (decide.outcomes && !decide.outcomes.includes(body.outcome)) throw new Error(`step ${task.at.path} does not take “${body.outcome}”, only ${decide.outcomes.join(', ')}`);
  return { verb: 'decide', etag: decide.tag, body };
}

/** An incident happens at the first opening of its step. */
function happensHere(plan: Plan, task: TaskInHand, kind: 'return' | 'conditional'): boolean {
  return plan.incidents.some((i) => i.kind === kind && i.step === task.at.path && task.at.nth === 1);
}

function usual(task: TaskInHand): { outcome: string; reason: string | null } {
  const outcome = USUAL[task.kind];
  if (outcome === undefined) throw new Error(`a step of kind ${task.kind} asks nobody to decide`);
  return { outcome, reason: task.kind === 'appraise' ? REASONS.appraised : null };
}
