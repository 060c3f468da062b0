import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../../kit/api/client.ts';

/** What moving a dossier to another version of its route would do. */
export const useMigration = (dossier: string, version: number | null): UseQueryResult<components['schemas']['Migration']> =>
  useQuery({
    queryKey: ['dossier', dossier, 'migration', version], enabled: version !== null,
    queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/migration', { params: { path: { id: dossier }, query: { version: version ?? 1 } }, signal })),
  });
