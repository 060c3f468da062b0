import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type PointAnswer = components['schemas']['ActAnswer'];
export type Choice = 'yes' | 'no' | 'other' | 'abstain';
export interface Recorded {
  readonly task: string;
  readonly etag: string;
  readonly result: { readonly present: number; readonly yes: number; readonly no: number; readonly other: number; readonly abstain: number; readonly meeting: string; readonly chair: Choice | null; readonly names: Record<string, Choice> | null; readonly demands: string[] };
}

/** Nhập kết quả biểu quyết; it holds once another person has confirmed it. */
export const useRecordResult = (): UseMutationResult<PointAnswer, Error, Recorded> => useAct(({ task, etag, result }: Recorded, key) =>
  must(api.POST('/api/v1/tasks/{id}/record-result', { params: { path: { id: task }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body: result })));
