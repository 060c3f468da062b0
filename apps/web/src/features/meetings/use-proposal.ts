import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The dossier of a point, whose proposal says what was counted. */
export const useProposal = (dossier: string): UseQueryResult<components['schemas']['Dossier']> => useQuery({ queryKey: ['dossier', dossier], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } }, signal })) });
