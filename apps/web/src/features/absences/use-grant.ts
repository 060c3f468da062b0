import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type Grant = components['schemas']['AuthorityRequest'];

/** Grants a written authority for a time. */
export const useGrant = (): UseMutationResult<unknown, Error, Grant> => useAct((body: Grant, key) => must(api.POST('/api/v1/authorities', { params: { header: { 'Idempotency-Key': key } }, body })));
