import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** The general calendar and those of offices. */
export const useCalendars = (): UseQueryResult<readonly components['schemas']['CalendarRow'][]> => useQuery({ queryKey: ['calendars'], queryFn: async ({ signal }) => (await must(api.GET('/api/v1/calendars', { signal }))).items });
