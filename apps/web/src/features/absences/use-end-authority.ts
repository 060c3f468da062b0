import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Ends an authority from today on. */
export const useEndAuthority = (): UseMutationResult<unknown, Error, string> => useAct((id: string, key) => must(api.POST('/api/v1/authorities/{id}/end', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: {} })));
