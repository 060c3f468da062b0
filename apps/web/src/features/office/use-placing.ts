import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The dossier as it is now: whether it may be put on an agenda, and its tag. */
export const usePlacing = (id: string): UseQueryResult<components['schemas']['Dossier']> => useQuery({ queryKey: ['dossier', id], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id } }, signal })) });
