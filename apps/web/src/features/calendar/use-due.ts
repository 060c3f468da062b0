import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

/** When a term of working days from a day on ends, and why. */
export const useDue = (id: string, from: string, workingDays: number): UseQueryResult<components['schemas']['CalendarDue']> => useQuery({
  queryKey: ['calendars', id, 'due', from, workingDays], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => must(api.GET('/api/v1/calendars/{id}/due', { params: { path: { id }, query: { from, workingDays } }, signal })),
});
