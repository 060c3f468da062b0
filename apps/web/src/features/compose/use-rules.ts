import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Rules = components['schemas']['ComposeRules'];

/** Levels of secrecy, files that are taken, kinds of work, units for which I may begin. */
export const useRules = (): UseQueryResult<Rules> => useQuery({ queryKey: ['compose', 'rules'], queryFn: ({ signal }) => must(api.GET('/api/v1/compose/rules', { signal })), staleTime: 300_000 });
