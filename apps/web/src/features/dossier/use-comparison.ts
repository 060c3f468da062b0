import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Comparison = components['schemas']['Comparison'];

/** Which documents changed between two frozen states of a dossier; the last two where none are named. */
export const useComparison = (id: string, between: { readonly from?: number; readonly to?: number }): UseQueryResult<Comparison> =>
  useQuery({
    queryKey: ['dossier', id, 'compare', between.from ?? null, between.to ?? null],
    queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/compare', { params: { path: { id }, query: between }, signal })),
    placeholderData: keepPreviousData,
  });
