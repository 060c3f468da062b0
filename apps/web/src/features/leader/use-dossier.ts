import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Dossier = components['schemas']['Dossier'];

/** The dossier behind a card, for what the card does not carry: who decided before, and what its steps are called. */
export const useDossier = (id: string): UseQueryResult<Dossier> => useQuery({ queryKey: ['dossier', id, 'leader'], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id } }, signal })) });
