import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../../kit/api/client.ts';

/** Issued dossiers, by words of code and title. */
export const useDossiersFound = (search: string): UseQueryResult<components['schemas']['DossierPage']['items']> =>
  useQuery({
    queryKey: ['dossiers', 'found', search], placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await must(api.GET('/api/v1/dossiers', { params: { query: { limit: 20, status: 'done', ...(search === '' ? {} : { search }) } }, signal }))).items,
  });
