import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

/** Báo việc được giao đã xong. */
export const useFinishAssignment = (): UseMutationResult<MeetingAnswer, Error, string> => useAct((id: string, key) => must(api.POST('/api/v1/assignments/{id}/done', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: {} })));
