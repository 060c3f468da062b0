import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Dossier = components['schemas']['Dossier'];
export type DossierStep = Dossier['steps'][number];
export type DossierTask = Dossier['tasks'][number];
export type DossierDecision = Dossier['decisions'][number];
export type DossierDocument = Dossier['documents'][number];

const MOVING_MS = 1_500;

/** A dossier as this person may see it; its `etag` is the tag that acts send back. While the system is still moving it, it is read again shortly. */
export const useDossier = (id: string): UseQueryResult<Dossier> =>
  useQuery({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.moving === true ? MOVING_MS : false),
  });
