import type { ActAnswerBody, TaskAnswer } from '@totrinh/api-schema';
import { keyOf, WAIT } from './dossier-acts.ts';
import type { Next } from './next-act.ts';
import { toldOrChanged, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import { taskAct, type TaskAct, type TaskInHand } from './task-act.ts';

type TaskNext = Extract<Next, { do: 'task' }>;

/**
 * One person works on one task until it is answered: opens it, takes it where it is offered, answers. Each answer of the
 * API says what is allowed next. False where it had changed before anything was done.
 */
export async function workOnTask(office: Office, plan: Plan, next: TaskNext): Promise<boolean> {
  const { task: id, person, unit, at } = next;
  const read = toldOrChanged(await office.as(person).GET('/api/v1/tasks/{id}', { params: { path: { id } } }));
  if (!read || read.state !== 'open') return false;
  let hand: TaskInHand = { id, seen: read.seen, kind: read.step.kind, person, unit, at, allowedActions: read.allowedActions };
  let etag = read.etag;
  for (let done = false; ; done = true) {
    const chosen = taskAct(plan, hand);
    if (!chosen) return done;
    const answer = await perform(office, plan, next, etag, chosen);
    if (!answer || (chosen.verb !== 'seen' && chosen.verb !== 'claim')) return answer !== null;
    hand = { ...hand, seen: true, allowedActions: answer.allowedActions };
    etag = etagOf(answer, id) ?? etag;
  }
}

/** The task's tag now, from the answer's allowed actions. */
function etagOf(answer: ActAnswerBody, task: string): TaskAnswer['etag'] | undefined {
  return answer.allowedActions.find((a) => a.task === task && a.etag !== null)?.etag ?? undefined;
}

async function perform(office: Office, plan: Plan, next: TaskNext, etag: string, chosen: TaskAct): Promise<ActAnswerBody | null> {
  const api = office.as(next.person);
  const key = { 'Idempotency-Key': keyOf(plan.code, next.at, `${next.unit ?? next.person}:${chosen.verb}`), Prefer: WAIT };
  const path = { id: next.task };
  const params = { path, header: { ...key, 'If-Match': etag } };
  switch (chosen.verb) {
    case 'seen': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/seen', { params: { path, header: key }, body: {} }));
    case 'claim': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/claim', { params, body: {} }));
    case 'issue': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/issue', { params, body: {} }));
    case 'decide': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/decision', { params, body: chosen.body }));
    case 'return': return toldOrChanged(await api.POST('/api/v1/tasks/{id}/return', { params, body: chosen.body }));
  }
}
