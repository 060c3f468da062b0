import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { MeetingAnswer } from './use-attend.ts';

export interface Conclusion { readonly text: string; readonly assignments: { unit: string; text: string; dueOn: string | null; dossier: string | null }[] }

/** Thông báo kết luận và giao việc: the meeting is closed by it. */
export const useConclude = (meeting: string): UseMutationResult<MeetingAnswer, Error, Conclusion> => useAct((body: Conclusion, key) =>
  must(api.POST('/api/v1/meetings/{id}/conclusion', { params: { path: { id: meeting }, header: { 'Idempotency-Key': key } }, body })));
