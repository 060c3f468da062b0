import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type RecordEvent = components['schemas']['Event'];
const PAGE = 50;

/** The record of a dossier in its order, a page at a time. */
export const useEvents = (id: string): UseInfiniteQueryResult<InfiniteData<components['schemas']['EventPage']>> =>
  useInfiniteQuery({
    queryKey: ['dossier', id, 'events'],
    queryFn: ({ signal, pageParam }) => must(api.GET('/api/v1/dossiers/{id}/events', { params: { path: { id }, query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
