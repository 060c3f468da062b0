import type { ActAnswerBody } from '@totrinh/api-schema';
import { keyOf, WAIT } from './dossier-acts.ts';
import type { Next } from './next-act.ts';
import { toldOrChanged, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import type { SeenAction } from './seen-dossier.ts';
import { taskAct, type TaskAct, type TaskInHand } from './task-act.ts';

type TaskNext = Extract<Next, { do: 'task' }>;

/**
 * One person works on one task until it is answered: opens it, takes it where it is offered, answers. Each answer of the
 * API says what is allowed next. Null where somebody else was first or the step has ended.
 */
export async function workOnTask(office: Office, plan: Plan, next: TaskNext): Promise<ActAnswerBody | null> {
  const { person, unit, at } = next;
  let allowedActions = await openTask(office, plan, next);
  while (allowedActions) {
    const hand: TaskInHand = { id: next.task, kind: next.kind, person, unit, at, allowedActions };
    const chosen = taskAct(plan, hand);
    const answer = chosen && (await perform(office, plan, next, chosen));
    if (chosen?.verb !== 'claim') return answer;
    allowedActions = answer?.allowedActions ?? null;
  }
  return null;
}

/** Shows the task to its person, who thereby has seen it, and answers what they may do; null where it is not theirs any more. */
async function openTask(office: Office, plan: Plan, next: TaskNext): Promise<readonly SeenAction[] | null> {
  const api = office.as(next.person);
  const path = { id: next.task };
  if (next.seen) return toldOrChanged(await api.GET('/api/v1/tasks/{id}', { params: { path } }))?.allowedActions ?? null;
  const header = { 'Idempotency-Key': keyOf(plan.code, next.at, `${next.unit ?? next.person}:seen`), Prefer: WAIT };
  return toldOrChanged(await api.POST('/api/v1/tasks/{id}/seen', { params: { path, header }, body: {} }))?.allowedActions ?? null;
}

async function perform(office: Office, plan: Plan, next: TaskNext, chosen: TaskAct): Promise<ActAnswerBody | null> {
  const api = office.as(next.person);
  const header = { 'Idempotency-Key': keyOf(plan.code, next.at, `${next.unit ?? next.person}:${chosen.verb}`), 'If-Match': chosen.etag, Prefer: WAIT };
  const params = { path: { id: next.task }, header };
  switch (chosen.verb) {
    case 'claim': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/claim', { params, body: {} }));
    case 'issue': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/issue', { params, body: {} }));
    case 'decide': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/decision', { params, body: chosen.body }));
    case 'return': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/return', { params, body: chosen.body }));
  }
}
