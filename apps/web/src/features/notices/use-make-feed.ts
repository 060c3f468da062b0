import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

/** Makes the secret address of my deadlines; it is told this once, and the address before it ends. */
export const useMakeFeed = (): UseMutationResult<components['schemas']['FeedAnswer'], Error, undefined> => useAct((_: undefined, key) => must(api.POST('/api/v1/me/feed', { params: { header: { 'Idempotency-Key': key } }, body: {} })));
