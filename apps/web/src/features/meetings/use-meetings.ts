import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type MeetingPage = components['schemas']['MeetingPage'];
export type MeetingRow = MeetingPage['items'][number];

/** Meetings, the latest day first, page by page. */
export const useMeetings = (): UseInfiniteQueryResult<InfiniteData<MeetingPage>> => useInfiniteQuery({
  queryKey: ['meetings', 'list', 'dossiers'], initialPageParam: '', getNextPageParam: (page: MeetingPage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/meetings', { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
