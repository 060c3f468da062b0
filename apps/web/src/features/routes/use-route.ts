import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type RouteVersion = components['schemas']['RouteVersion'];

/** A version of a route as it was published; it never changes. */
export const useRoute = (id: string, version: number | null): UseQueryResult<RouteVersion> => useQuery({
  queryKey: ['routes', id, version], enabled: version !== null, staleTime: Infinity,
  queryFn: ({ signal }) => must(api.GET('/api/v1/routes/{id}/versions/{n}', { params: { path: { id, n: version ?? 0 } }, signal })),
});
