import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';
import type { Asked } from './asked.ts';

export type OfficeDesk = components['schemas']['OfficeDesk'];
export type DeskRow = OfficeDesk['items'][number];

/** The dossiers that lie before the office, with what each has and lacks; the stages are counted whatever is asked for. */
export const useOfficeDesk = (asked: Asked): UseInfiniteQueryResult<InfiniteData<OfficeDesk>> => useInfiniteQuery({
  queryKey: ['office-desk', asked, 'dossiers', 'desk'], initialPageParam: '', placeholderData: keepPreviousData, getNextPageParam: (page: OfficeDesk) => page.next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/office-desk', { params: { query: { ...asked, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
});
