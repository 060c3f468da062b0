import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../../kit/api/client.ts';
import type { Task } from './shapes.ts';

const MOVING_MS = 1_500;

/** One task with what may be said and done in it; `dossier` where it is known, so that the task is read again with it. */
export const useTask = (id: string | null, dossier: string | null): UseQueryResult<Task> =>
  useQuery({
    queryKey: ['task', id, dossier ?? 'desk'], enabled: id !== null,
    queryFn: ({ signal }) => must(api.GET('/api/v1/tasks/{id}', { params: { path: { id: id ?? '' } }, signal })),
    refetchInterval: ({ state }) => (state.data?.moving === true ? MOVING_MS : false),
  });
