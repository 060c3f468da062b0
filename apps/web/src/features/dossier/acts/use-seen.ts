import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, must } from '../../../kit/api/client.ts';
import type { Task } from './shapes.ts';

/** Tells the server, once, that the task was shown to whoever has it; by POST, since it is an act: from then on nothing can be recalled. */
export function useSeen(task: Task | undefined): void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (id: string) => must(api.POST('/api/v1/tasks/{id}/seen', { params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } }, body: {} })),
    onSuccess: ({ dossier }) => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(dossier) || queryKey.includes('desk') }),
  });
  const id = task !== undefined && task.state === 'open' && !task.seen && task.allowedActions.some((a) => a.verb === 'seen' && a.allowed) ? task.id : null;
  useEffect(() => {
    if (id !== null) mutate(id);
  }, [id, mutate]);
}
