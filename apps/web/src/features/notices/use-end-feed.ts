import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Ends the address of my deadlines. */
export const useEndFeed = (): UseMutationResult<unknown, Error, undefined> => useAct((_: undefined, key) => must(api.DELETE('/api/v1/me/feed', { params: { header: { 'Idempotency-Key': key } } })));
