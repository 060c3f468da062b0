import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type CalendarVersion = components['schemas']['CalendarVersion'];

/** The versions of a calendar, the first one first. */
export const useVersions = (id: string): UseQueryResult<readonly CalendarVersion[]> => useQuery({ queryKey: ['calendars', id, 'versions'], queryFn: async ({ signal }) => (await must(api.GET('/api/v1/calendars/{id}/versions', { params: { path: { id } }, signal }))).items });
