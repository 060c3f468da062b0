import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

type ViewRequest = components['schemas']['ViewRequest'];

/** Keeps a view under a name. */
export const useSaveView = (): UseMutationResult<components['schemas']['ViewAnswer'], Error, ViewRequest> => useAct((body: ViewRequest, key) => must(api.POST('/api/v1/views', { params: { header: { 'Idempotency-Key': key } }, body })));
