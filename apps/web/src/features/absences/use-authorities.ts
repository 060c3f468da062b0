import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

type AuthorityPage = components['schemas']['AuthorityPage'];

/** Authorities that I grant or hold, and those of people whose unit I head, page by page. */
export const useAuthorities = (): UseInfiniteQueryResult<InfiniteData<AuthorityPage>> => useInfiniteQuery({
  queryKey: ['authorities'], initialPageParam: '', getNextPageParam: (page: AuthorityPage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/authorities', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
