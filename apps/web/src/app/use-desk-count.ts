import { useQuery } from '@tanstack/react-query';
import { api, must } from '../kit/api/client.ts';

/** How many tasks I can act on. */
export function useDeskCount(): number {
  const { data } = useQuery({ queryKey: ['desk', 'counts'], queryFn: ({ signal }) => must(api.GET('/api/v1/desk/counts', { signal })) });
  return data?.todo.count ?? 0;
}
