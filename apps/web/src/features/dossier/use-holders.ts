import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Holders = components['schemas']['Holders'];
export type HolderSpan = Holders['lanes'][number]['spans'][number];

/** Who held the dossier, from when to when; up to now where it is still open. */
export const useHolders = (id: string): UseQueryResult<Holders> =>
  useQuery({ queryKey: ['dossier', id, 'holders'], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/holders', { params: { path: { id } }, signal })) });
