import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';
import type { Asked } from './asked.ts';

export type Board = components['schemas']['Board'];
export type BoardLine = Board['items'][number];

/** Open tasks with a term, the latest first, page by page; counts by unit come with each page. */
export const useBoard = (asked: Asked): UseInfiniteQueryResult<InfiniteData<Board>> => useInfiniteQuery({
  queryKey: ['board', 'deadlines', asked, 'dossiers', 'desk'], initialPageParam: '', placeholderData: keepPreviousData, getNextPageParam: (page: Board) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/board/deadlines', { params: { query: { ...asked, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
