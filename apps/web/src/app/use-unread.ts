import { useQuery } from '@tanstack/react-query';
import { api, must } from '../kit/api/client.ts';

/** How many notices I have not read. */
export function useUnread(): number {
  const { data } = useQuery({ queryKey: ['notices', 'counts'], queryFn: ({ signal }) => must(api.GET('/api/v1/notices/counts', { signal })) });
  return data?.unread ?? 0;
}
