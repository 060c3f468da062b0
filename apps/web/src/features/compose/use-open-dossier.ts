import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type CreateRequest = components['schemas']['CreateRequest'];
export type ActAnswer = components['schemas']['ActAnswer'];

/** Opens a dossier, and waits a moment for its draft to open. */
export const useOpenDossier = (): UseMutationResult<ActAnswer, Error, CreateRequest> => useAct((body, key) => must(api.POST('/api/v1/dossiers', { params: { header: { 'Idempotency-Key': key, Prefer: 'wait=5' } }, body })));
