import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Notice = components['schemas']['Notice'];
type NoticePage = components['schemas']['NoticePage'];

/** What I was told, the newest first, page by page; with `unread` only what I have not read. */
export const useNotices = (unread: boolean): UseInfiniteQueryResult<InfiniteData<NoticePage>> => useInfiniteQuery({
  queryKey: ['notices', 'list', unread], initialPageParam: '', getNextPageParam: (page: NoticePage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/notices', { params: { query: { limit: 50, ...(unread ? { unread: 'true' as const } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
