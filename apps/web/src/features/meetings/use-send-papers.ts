import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

/** Gửi tài liệu. */
export const useSendPapers = (meeting: string): UseMutationResult<MeetingAnswer, Error, string> => useAct((_at: string, key) =>
  must(api.POST('/api/v1/meetings/{id}/papers-sent', { params: { path: { id: meeting }, header: { 'Idempotency-Key': key } }, body: {} })));
