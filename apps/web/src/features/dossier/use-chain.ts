import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The server's reckoning of the dossier's chain: whole, or where it is broken. */
export const useChain = (id: string): UseQueryResult<components['schemas']['ChainVerdict']> =>
  useQuery({ queryKey: ['dossier', id, 'chain'], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/chain', { params: { path: { id } }, signal })) });
