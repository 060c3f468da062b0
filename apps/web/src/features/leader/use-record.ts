import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer } from './use-leader-desk.ts';

export interface Recording { readonly task: string; readonly etag: string; readonly body: components['schemas']['RecordRequest'] }

/** Enters what a leader said or wrote on paper. Where it decides, the answer's `ids.proposal` waits for a second person. */
export const useRecord = (): UseMutationResult<ActAnswer, Error, Recording> =>
  useAct(({ task, etag, body }, key) => must(api.POST('/api/v1/tasks/{id}/record', { params: { path: { id: task }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body })));
