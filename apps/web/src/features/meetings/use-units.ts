import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** Units that there are today, by words of their names. */
export const useUnits = (search: string): UseQueryResult<components['schemas']['UnitPage']['items']> => useQuery({
  queryKey: ['units', search], placeholderData: keepPreviousData, staleTime: 60_000,
  queryFn: async ({ signal }) => (await must(api.GET('/api/v1/units', { params: { query: { limit: 50, ...(search === '' ? {} : { search }) } }, signal }))).items,
});
