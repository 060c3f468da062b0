import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type NextStep = components['schemas']['ForecastStep'];

/** The step that a submission leads to, with whoever would have it today; null where nothing follows. */
export const useNextStep = (id: string, draft: string | null): UseQueryResult<NextStep | null> => useQuery({
  queryKey: ['compose', 'next', id, draft], enabled: draft !== null,
  queryFn: async ({ signal }) => {
    const { steps } = await must(api.GET('/api/v1/dossiers/{id}/forecast', { params: { path: { id } }, signal }));
    return steps[steps.findIndex((s) => s.path === draft) + 1] ?? null;
  },
});
