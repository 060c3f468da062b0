import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';

export interface Place { readonly id: string; readonly name: string }
export interface Places { readonly units: readonly Place[]; readonly bodies: readonly Place[] }

/** Units and bodies to choose from, where no item says them. */
export const usePlaces = (wanted: boolean): UseQueryResult<Places> => useQuery({
  queryKey: ['compose', 'places'], enabled: wanted, staleTime: 300_000,
  queryFn: async ({ signal }) => {
    const query = { limit: 200 };
    const [units, bodies] = await Promise.all([must(api.GET('/api/v1/units', { params: { query }, signal })), must(api.GET('/api/v1/bodies', { params: { query }, signal }))]);
    return { units: units.items, bodies: bodies.items };
  },
});
