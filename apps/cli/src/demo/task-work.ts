import type { ActAnswerBody } from '@totrinh/api-schema';
import { keyOf, WAIT } from './dossier-acts.ts';
import type { TaskWork } from './next-act.ts';
import { toldOrChanged, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import type { SeenAction } from './seen-dossier.ts';
import { taskAct, type TaskAct, type TaskInHand } from './task-act.ts';

/**
 * One person works on one task until it is answered: opens it, takes it where it is offered, answers. Each answer of the
 * API says what is allowed next. Null where somebody else was first or the step has ended.
 */
export async function workOnTask(office: Office, plan: Plan, next: TaskWork): Promise<ActAnswerBody | null> {
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
async function openTask(office: Office, plan: Plan, next: TaskWork): Promise<readonly SeenAction[] | null> {
  const api = office.as(next.person);
  const path = { id: next.task };
  if (next.seen) return toldOrChanged(await api.GET('/api/v1/tasks/{id}', { params: { path } }))?.allowedActions ?? null;
  const header = { 'Idempotency-Key': keyOf(plan.code, next.at, `${next.unit ?? next.person}:seen`), Prefer: WAIT };
  return toldOrChanged(await api.POST('/api/v1/tasks/{id}/seen', { params: { path, header }, body: {} }))?.allowedActions ?? null;
}

async function perform(office: Office, plan: Plan, next: TaskWork, chosen: TaskAct): Promise<ActAnswerBody | null> {
  const api = office.as(next.person);
  const what = chosen.verb === 'reach' ? `reach:${chosen.body.milestone}` : chosen.verb;
  const header = { 'Idempotency-Key': keyOf(plan.code, next.at, `${next.unit ?? next.person}:${what}`), 'If-Match': chosen.etag, Prefer: WAIT };
  const params = { path: { id: next.task }, header };
  switch (chosen.verb) {
    case 'claim': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/claim', { params, body: {} }));
    case 'initial': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/initial', { params, body: {} }));
    case 'sign': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/sign', { params, body: {} }));
    case 'issue': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/issue', { params, body: {} }));
    case 'finish': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/finish', { params, body: {} }));
    case 'decide': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/decision', { params, body: chosen.body }));
    case 'answer': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/answer', { params, body: chosen.body }));
    case 'return': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/return', { params, body: chosen.body }));
    case 'transfer': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/transfer', { params, body: chosen.body }));
    case 'recordResult': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/record-result', { params, body: chosen.body }));
    case 'confirm': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/confirm', { params, body: chosen.body }));
    case 'reach': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/reach', { params, body: chosen.body }));
  }
}
