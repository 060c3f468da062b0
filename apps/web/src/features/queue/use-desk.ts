import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';
import type { DeskAddress } from './desk-address.ts';

type DeskPage = components['schemas']['DeskPage'];
/** The first page is what fills a screen quickly; whoever reads on wants many. */
const FIRST = 50;
const FOLLOWING = 200;

/** A list of my desk, page after page. While another filter of the same list is read, what was shown stays. */
export const useDesk = ({ list, filter, sort }: DeskAddress): UseInfiniteQueryResult<InfiniteData<DeskPage, string | null>> => useInfiniteQuery({
  queryKey: ['desk', 'list', list, filter, sort],
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/desk/{list}', { params: { path: { list }, query: { ...filter, ...(sort === null ? {} : { sort }), limit: pageParam === null ? FIRST : FOLLOWING, ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  placeholderData: (before, query) => (query?.queryKey[2] === list ? before : undefined),
});
