import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type MeetingAhead = components['schemas']['MeetingPage']['items'][number];

/** Meetings of a body (of any where it is null) from a day on that are not closed, the soonest first. */
export const useMeetingsAhead = (body: string | null, from: string): UseQueryResult<MeetingAhead[]> => useQuery({
  queryKey: ['meetings', 'ahead', body, from],
  queryFn: async ({ signal }) => (await must(api.GET('/api/v1/meetings', { params: { query: { limit: 100, from, ...(body === null ? {} : { body }) } }, signal }))).items.filter(({ state }) => state !== 'closed').toReversed(),
});
