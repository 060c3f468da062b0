import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** On which content a ballot is cast: the dossier with its round and the code of what was submitted. */
export const useContent = (dossier: string): UseQueryResult<components['schemas']['Dossier']> =>
  useQuery({ queryKey: ['dossier', dossier], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } }, signal })) });
