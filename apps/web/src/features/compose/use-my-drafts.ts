import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { api, must } from '../../kit/api/client.ts';

type DeskPage = components['schemas']['DeskPage'];

/** Drafts that wait for me: begun, or come back to be finished. */
export const useMyDrafts = (): UseQueryResult<DeskPage> => useQuery({ queryKey: ['compose', 'drafts', 'desk'], queryFn: ({ signal }) => must(api.GET('/api/v1/desk/{list}', { params: { path: { list: 'todo' }, query: { kind: 'draft', limit: 20 } }, signal })) });
