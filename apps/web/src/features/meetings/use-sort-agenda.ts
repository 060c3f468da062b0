import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

/** Sắp xếp chương trình: the points in their new order. */
export const useSortAgenda = (meeting: string): UseMutationResult<MeetingAnswer, Error, readonly string[]> => useAct((steps: readonly string[], key) =>
  must(api.POST('/api/v1/meetings/{id}/agenda-order', { params: { path: { id: meeting }, header: { 'Idempotency-Key': key } }, body: { steps: [...steps] } })));
