import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

type RoutePage = components['schemas']['RoutePage'];

/** The published routes, the latest version of each, page by page. */
export const useRoutes = (): UseInfiniteQueryResult<InfiniteData<RoutePage>> => useInfiniteQuery({
  queryKey: ['routes', 'list'], initialPageParam: '', getNextPageParam: (page: RoutePage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/routes', { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
