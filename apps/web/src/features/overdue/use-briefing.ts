import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type BriefingList = components['schemas']['BriefingList'];
export type BriefingEntry = BriefingList['items'][number];

/** What is to be reported to the leadership's next briefing; asked only where the briefing is a screen of mine. */
export const useBriefing = (mine: boolean): UseInfiniteQueryResult<InfiniteData<BriefingList>> => useInfiniteQuery({
  queryKey: ['board', 'briefing', 'dossiers'], enabled: mine, initialPageParam: '', getNextPageParam: (page: BriefingList) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/board/briefing', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
