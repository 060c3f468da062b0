import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type DossierRow = components['schemas']['DossierRow'];
/** What is searched for; all of it stands in the address. */
export interface DossierWish { readonly search: string; readonly status: DossierRow['status'] | null }

/** Dossiers that I may see, the newest first, page after page. */
export const useDossiers = ({ search, status }: DossierWish): UseInfiniteQueryResult<InfiniteData<components['schemas']['DossierPage'], string | null>> => useInfiniteQuery({
  queryKey: ['dossiers', search, status],
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/dossiers', { params: { query: { limit: pageParam === null ? 50 : 200, ...(search === '' ? {} : { search }), ...(status === null ? {} : { status }), ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  placeholderData: keepPreviousData,
});
