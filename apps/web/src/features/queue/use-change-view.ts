import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { SavedView } from './desk-address.ts';

/** Gives a view that I keep another name. */
export const useChangeView = (): UseMutationResult<components['schemas']['ViewAnswer'], Error, SavedView> => useAct(({ id, ...body }: SavedView, key) => must(api.PUT('/api/v1/views/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })));
