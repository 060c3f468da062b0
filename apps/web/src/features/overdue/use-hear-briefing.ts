import type { UseMutationResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import { useAct } from '../../kit/api/act.ts';

/** Notes that the leadership has heard of it: it leaves the list. */
export const useHearBriefing = (): UseMutationResult<unknown, Error, string> => useAct((id: string, key) => must(api.POST('/api/v1/board/briefing/{id}/heard', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: {} })));
