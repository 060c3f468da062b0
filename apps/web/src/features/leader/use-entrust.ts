import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer } from './use-leader-desk.ts';

/** Hands a task to the secretaries, who are told; it stays with the leader. */
export const useEntrust = (): UseMutationResult<ActAnswer, Error, { readonly task: string; readonly text: string | null }> =>
  useAct(({ task, text }, key) => must(api.POST('/api/v1/tasks/{id}/entrust', { params: { path: { id: task }, header: { 'Idempotency-Key': key, Prefer: 'wait=3' } }, body: { text } })));
