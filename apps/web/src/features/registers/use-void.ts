import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export interface Voiding { readonly register: string; readonly series: string; readonly reason: string }

/** Hủy số kế tiếp; answers the number that was used up. */
export const useVoid = (): UseMutationResult<{ text: string }, Error, Voiding> => useAct(({ register, series, reason }: Voiding, key) =>
  must(api.POST('/api/v1/registers/{id}/void', { params: { path: { id: register }, header: { 'Idempotency-Key': key } }, body: { series, reason } })));
