import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** How many I have not read, in all and by kind; the menu shows the same. */
export const useCounts = (): UseQueryResult<components['schemas']['NoticeCounts']> => useQuery({ queryKey: ['notices', 'counts'], queryFn: ({ signal }) => must(api.GET('/api/v1/notices/counts', { signal })) });
