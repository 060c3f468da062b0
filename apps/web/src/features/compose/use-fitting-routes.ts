import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type FittingRoutes = components['schemas']['ComposeRoutes'];
export type FittingRoute = components['schemas']['ComposeRoute'];
export type RouteField = FittingRoute['fields'][number];
/** An item's code, or what the dossier is without one. */
export type Subject = { readonly item: string } | { readonly kind: string; readonly leadUnit: string; readonly authority?: string };

/** Routes that fit, each played from today; nothing is asked before it is known what the dossier is about. */
export const useFittingRoutes = (subject: Subject | null): UseQueryResult<FittingRoutes> => useQuery({
  queryKey: ['compose', 'routes', subject], enabled: subject !== null, staleTime: 60_000,
  queryFn: ({ signal }) => must(api.GET('/api/v1/compose/routes', { params: { query: subject ?? {} }, signal })),
});
