import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type LeadersBoard = components['schemas']['LeadersBoard'];
export type LeadersLine = LeadersBoard['items'][number];

/** What lies before leaders and bodies, page by page. */
export const useLeadersBoard = (): UseInfiniteQueryResult<InfiniteData<LeadersBoard>> => useInfiniteQuery({
  queryKey: ['board', 'leaders', 'dossiers', 'desk'], initialPageParam: '', getNextPageParam: (page: LeadersBoard) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/board/leaders', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
