import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Ends the standing in from today on. */
export const useEndAbsence = (): UseMutationResult<unknown, Error, string> => useAct((id: string, key) => must(api.POST('/api/v1/absences/{id}/end', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: {} })));
