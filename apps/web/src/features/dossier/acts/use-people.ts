import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../../kit/api/client.ts';
import type { FoundPerson } from './shapes.ts';

/** Whoever holds a post today, by words of the name or the post; of one unit where it is named. */
export const usePeople = (search: string, unit: string | null): UseQueryResult<readonly FoundPerson[]> =>
  useQuery({
    queryKey: ['people', search, unit], placeholderData: keepPreviousData, staleTime: 60_000,
    queryFn: async ({ signal }) => (await must(api.GET('/api/v1/people', { params: { query: { limit: 20, ...(search === '' ? {} : { search }), ...(unit === null ? {} : { unit }) } }, signal }))).items,
  });
