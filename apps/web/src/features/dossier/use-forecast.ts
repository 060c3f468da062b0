import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The steps to come if each goes forward: an estimate. */
export const useForecast = (id: string): UseQueryResult<components['schemas']['Forecast']> =>
  useQuery({ queryKey: ['dossier', id, 'forecast'], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/forecast', { params: { path: { id } }, signal })) });
