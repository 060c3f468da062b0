import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

export type BallotTask = components['schemas']['Task'];

/** One vote of mine: how it is cast, and what may be said in it. */
export const useBallot = (task: string, dossier: string): UseQueryResult<BallotTask> =>
  useQuery({ queryKey: ['task', task, dossier], queryFn: ({ signal }) => must(api.GET('/api/v1/tasks/{id}', { params: { path: { id: task } }, signal })) });
