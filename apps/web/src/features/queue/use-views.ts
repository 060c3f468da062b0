import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import type { SavedView } from './desk-address.ts';

/** The views that I keep, in my order. */
export const useViews = (): UseQueryResult<readonly SavedView[]> => useQuery({ queryKey: ['views'], queryFn: async ({ signal }) => (await must(api.GET('/api/v1/views', { signal }))).items, staleTime: 60_000 });
