import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

type AbsencePage = components['schemas']['AbsencePage'];

/** My absences and those in which I stand in, page by page. */
export const useAbsences = (): UseInfiniteQueryResult<InfiniteData<AbsencePage>> => useInfiniteQuery({
  queryKey: ['absences'], initialPageParam: '', getNextPageParam: (page: AbsencePage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/absences', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
