import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer, Answer } from './use-leader-desk.ts';

/** What a leader says in a task; `etag` is that of the content they have read. */
export interface Saying {
  readonly task: string;
  readonly etag: string;
  readonly verb: Answer['verb'];
  readonly outcome: string;
  readonly reason: string | null;
  readonly to: string | null;
  readonly demands: readonly string[];
}

/** Says it: decides, signs, or confirms what was finished after a conclusion. */
export const useSay = (): UseMutationResult<ActAnswer, Error, Saying> => useAct(({ task, etag, verb, outcome, reason, to, demands }: Saying, key) => {
  const params = { path: { id: task }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } };
  if (verb === 'sign') return must(api.POST('/api/v1/tasks/{id}/sign', { params, body: {} }));
  if (verb === 'confirm') return must(api.POST('/api/v1/tasks/{id}/confirm', { params, body: { outcome: outcome === 'confirmed' ? 'confirmed' : 'returned', reason } }));
  return must(api.POST('/api/v1/tasks/{id}/decision', { params, body: { outcome, reason, to, ...(demands.length === 0 ? {} : { demands: [...demands] }) } }));
});
