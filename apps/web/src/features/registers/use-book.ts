import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';
import type { Asked } from './asked.ts';

export type BookPage = components['schemas']['RegisterNumberPage'];
export type BookLine = components['schemas']['RegisterNumber'];

/** The numbers of a register; what document bears one is told to whoever may see it. */
export const useBook = (register: string, asked: Asked): UseInfiniteQueryResult<InfiniteData<BookPage>> => useInfiniteQuery({
  queryKey: ['registers', register, asked, 'dossiers'], initialPageParam: '', placeholderData: keepPreviousData, getNextPageParam: (page: BookPage) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/registers/{id}/numbers', { params: { path: { id: register }, query: { ...asked, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
