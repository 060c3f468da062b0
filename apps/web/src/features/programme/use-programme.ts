import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';
import type { Asked } from './asked.ts';

export type Programme = components['schemas']['Programme'];
export type Item = Programme['items'][number];

/** A programme as of a day, with the items that were asked for; what was shown stays while another choice is read. */
export const useProgramme = (id: string | null, asked: Asked): UseQueryResult<Programme> => useQuery({
  queryKey: ['programmes', id, asked, 'dossiers'], enabled: id !== null, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => must(api.GET('/api/v1/programmes/{id}', { params: { path: { id: id ?? '' }, query: asked }, signal })),
});
