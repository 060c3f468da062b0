import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Item = components['schemas']['ComposeItem'];
type ItemPage = components['schemas']['ComposeItemPage'];

/** Items of my unit that nobody carries out yet, the nearest deadline first. */
export const useItems = (search: string): UseInfiniteQueryResult<InfiniteData<ItemPage>> => useInfiniteQuery({
  queryKey: ['compose', 'items', search, 'dossiers'], initialPageParam: undefined as string | undefined, getNextPageParam: (page: ItemPage) => page.next ?? undefined, placeholderData: keepPreviousData,
  queryFn: ({ signal, pageParam }) => must(api.GET('/api/v1/compose/items', { params: { query: { limit: 20, ...(search === '' ? {} : { search }), ...(pageParam === undefined ? {} : { cursor: pageParam }) } }, signal })),
});
