import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import { titlesOfRules, type RouteTitles } from './route-titles.ts';

/** What the steps of a route version are called, those too that a dossier has not come to. */
export const useRouteTitles = (route: { readonly id: string; readonly version: number } | null): UseQueryResult<RouteTitles> =>
  useQuery({
    queryKey: ['route', route?.id ?? null, route?.version ?? null, 'titles'],
    queryFn: async ({ signal }) => titlesOfRules((await must(api.GET('/api/v1/routes/{id}/versions/{n}', { params: { path: { id: route?.id ?? '', n: route?.version ?? 0 } }, signal }))).rules),
    enabled: route !== null, staleTime: Infinity,
  });
