import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Told = components['schemas']['ToldOfDossier'];
const PAGE = 50;

/** Who was told what of a dossier, and what became of it outside, a page at a time. */
export const useTold = (id: string): UseInfiniteQueryResult<InfiniteData<components['schemas']['ToldPage']>> =>
  useInfiniteQuery({
    queryKey: ['dossier', id, 'told'],
    queryFn: ({ signal, pageParam }) => must(api.GET('/api/v1/dossiers/{id}/notices', { params: { path: { id }, query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
