import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type Needs = components['schemas']['SubmissionNeeds'];

/** What has to be there before it may be submitted, and what of it is missing. */
export const useNeeds = (id: string): UseQueryResult<Needs> => useQuery({ queryKey: ['compose', 'needs', id], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/submission-needs', { params: { path: { id } }, signal })) });
