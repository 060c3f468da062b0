import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Body = components['schemas']['FoundBody'];

/** The bodies whose meetings I prepare. */
export const useBodies = (): UseQueryResult<Body[]> => useQuery({ queryKey: ['bodies', 'mine'], staleTime: 60_000, queryFn: async ({ signal }) => (await must(api.GET('/api/v1/bodies', { params: { query: { limit: 200 } }, signal }))).items.filter(({ mine }) => mine) });
