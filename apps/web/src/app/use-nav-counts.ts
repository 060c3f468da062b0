import { useQuery } from '@tanstack/react-query';
import { api, must } from '../kit/api/client.ts';
import type { MenuScreen } from './screens.ts';

type Counts = Partial<Record<MenuScreen['name'], number>>;

/** What waits in the screens of the menu: unread notices. */
export function useNavCounts(): Counts {
  const { data } = useQuery({ queryKey: ['notices', 'counts'], queryFn: ({ signal }) => must(api.GET('/api/v1/notices/counts', { signal })) });
  return data === undefined ? {} : { notices: data.unread };
}
