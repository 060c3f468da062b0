import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Dossier = components['schemas']['Dossier'];
export type DossierDocument = components['schemas']['Document'];

/** The dossier that is written; read again each two seconds while the system still moves it. */
export const useDraftDossier = (id: string): UseQueryResult<Dossier> => useQuery({
  queryKey: ['compose', 'dossier', id], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id } }, signal })),
  refetchInterval: ({ state }) => (state.data?.moving === true ? 2_000 : false),
});
