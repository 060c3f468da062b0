import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Meeting = components['schemas']['Meeting'];
export type Point = Meeting['agenda'][number];
export type PointAction = Point['allowedActions'][number];

/** A meeting with its members, its points and what may be done with each. */
export const useMeeting = (id: string): UseQueryResult<Meeting> => useQuery({ queryKey: ['meeting', id, 'dossiers'], queryFn: ({ signal }) => must(api.GET('/api/v1/meetings/{id}', { params: { path: { id } }, signal })) });
