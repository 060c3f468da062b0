import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Organisation = components['schemas']['Organisation'];

/** Units, bodies, posts and who holds them on a day; null: today. */
export const useOrganisation = (on: string | null): UseQueryResult<Organisation> => useQuery({
  queryKey: ['organisation', on], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => must(api.GET('/api/v1/organisation', { params: { query: on === null ? {} : { on } }, signal })),
});
