import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Desk = components['schemas']['LeaderDesk'];
export type Card = components['schemas']['LeaderCard'];
export type Answer = components['schemas']['LeaderAnswer'];
export type ActAnswer = components['schemas']['ActAnswer'];

const MOVING_MS = 1_500;

/** What lies before a leader, the longest waiting first: one's own (null), or as their secretary that of somebody else. */
export const useLeaderDesk = (person: string | null): UseInfiniteQueryResult<InfiniteData<Desk>> => useInfiniteQuery<Desk, Error, InfiniteData<Desk>, readonly unknown[], string | null>({
  queryKey: ['desk', 'leaders', person], initialPageParam: null, getNextPageParam: ({ next }) => next,
  queryFn: ({ pageParam, signal }) => must(api.GET('/api/v1/leader-desk', { params: { query: { limit: 20, ...(person === null ? {} : { for: person }), ...(pageParam === null ? {} : { after: pageParam }) } }, signal })),
  refetchInterval: ({ state }) => (state.data?.pages.some(({ cards }) => cards.some(({ moving }) => moving)) === true ? MOVING_MS : false),
});
