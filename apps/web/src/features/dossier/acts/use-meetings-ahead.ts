import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../../kit/api/client.ts';

/** Meetings from a day on that are not closed. */
export const useMeetingsAhead = (from: string | undefined): UseQueryResult<components['schemas']['MeetingPage']['items']> =>
  useQuery({
    queryKey: ['meetings', 'ahead', from], enabled: from !== undefined,
    queryFn: async ({ signal }) => (await must(api.GET('/api/v1/meetings', { params: { query: { limit: 50, ...(from === undefined ? {} : { from }) } }, signal }))).items.filter(({ state }) => state !== 'closed'),
  });
