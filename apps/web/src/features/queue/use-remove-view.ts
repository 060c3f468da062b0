import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Removes a view that I keep. */
export const useRemoveView = (): UseMutationResult<components['schemas']['ViewRemoved'], Error, string> => useAct((id: string, key) => must(api.DELETE('/api/v1/views/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } })));
