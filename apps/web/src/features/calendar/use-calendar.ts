import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Calendar = components['schemas']['Calendar'];
export type SpecialDay = components['schemas']['SpecialDay'];

/** A calendar with the days of a year; what was shown stays while another year is read. */
export const useCalendar = (id: string, year: number | null): UseQueryResult<Calendar> => useQuery({
  queryKey: ['calendars', id, year], enabled: year !== null, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => must(api.GET('/api/v1/calendars/{id}', { params: { path: { id }, query: { year: year ?? 0 } }, signal })),
});
