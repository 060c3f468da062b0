import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The published routes with their titles; an office has some dozens. */
export const useRouteNames = (): UseQueryResult<readonly components['schemas']['RouteRow'][]> => useQuery({
  queryKey: ['routes', 'names'], staleTime: 300_000,
  queryFn: async ({ signal }) => (await must(api.GET('/api/v1/routes', { params: { query: { limit: 100 } }, signal }))).items,
});
