import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type DeskCounts = components['schemas']['DeskCounts'];

/** How much stands in each list of my desk. */
export const useDeskCounts = (): UseQueryResult<DeskCounts> => useQuery({ queryKey: ['desk', 'counts'], queryFn: ({ signal }) => must(api.GET('/api/v1/desk/counts', { signal })) });
