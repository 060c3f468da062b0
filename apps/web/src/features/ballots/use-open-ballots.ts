import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

type Page = components['schemas']['DeskPage'];
export type BallotRow = Page['items'][number];

/** The votes that wait for my ballot, the nearest term first. */
export const useOpenBallots = (): UseInfiniteQueryResult<InfiniteData<Page>> =>
  useInfiniteQuery({
    queryKey: ['desk', 'todo', 'ballots'], initialPageParam: '',
    queryFn: ({ signal, pageParam }) => must(api.GET('/api/v1/desk/{list}', { params: { path: { list: 'todo' }, query: { kind: 'vote', limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } }, signal })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
