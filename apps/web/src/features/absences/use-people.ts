import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type FoundPerson = components['schemas']['FoundPerson'];

/** People who hold a post today, by words of their name, post or unit. */
export const usePeople = (search: string): UseQueryResult<readonly FoundPerson[]> => useQuery({
  queryKey: ['people', null, search], placeholderData: keepPreviousData, staleTime: 60_000,
  queryFn: async ({ signal }) => (await must(api.GET('/api/v1/people', { params: { query: { limit: 50, ...(search === '' ? {} : { search }) } }, signal }))).items,
});
