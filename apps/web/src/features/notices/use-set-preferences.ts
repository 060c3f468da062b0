import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export type PreferencesWish = components['schemas']['PreferencesRequest'];

/** Chooses how I am told. */
export const useSetPreferences = (): UseMutationResult<unknown, Error, PreferencesWish> => useAct((body: PreferencesWish, key) => must(api.POST('/api/v1/preferences', { params: { header: { 'Idempotency-Key': key } }, body })));
