import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../../kit/api/client.ts';

/** Which documents the open draft asks for. */
export const useNeeds = (dossier: string): UseQueryResult<components['schemas']['SubmissionNeeds']> =>
  useQuery({ queryKey: ['dossier', dossier, 'needs'], queryFn: ({ signal }) => must(api.GET('/api/v1/dossiers/{id}/submission-needs', { params: { path: { id: dossier } }, signal })) });
