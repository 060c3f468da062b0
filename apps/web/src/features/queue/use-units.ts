import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';

/** Units to narrow a list by; asked for when the filters are opened. */
export const useUnits = (wanted: boolean): UseQueryResult<readonly { readonly id: string; readonly name: string }[]> => useQuery({
  queryKey: ['units'], enabled: wanted, staleTime: 600_000, queryFn: async ({ signal }) => (await must(api.GET('/api/v1/units', { params: { query: { limit: 200 } }, signal }))).items,
});
