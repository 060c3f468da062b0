import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Marks what I was told as read. */
export const useReadNotice = (): UseMutationResult<components['schemas']['NoticeAnswer'], Error, string> => useAct((id: string, key) => must(api.POST('/api/v1/notices/{id}/read', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: {} })));
