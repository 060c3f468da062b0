import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from './client.ts';

export type Me = components['schemas']['Me'];

/** Who I am today, for whom I act, which screens are mine. */
export const useMe = (): UseQueryResult<Me> => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => must(api.GET('/api/v1/me', { signal })), staleTime: 60_000 });
