import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import { usePreferences } from '../../kit/words/preferences.ts';

/** A version drawn, in the language of the screen. */
export function useDrawing(id: string, n: number): UseQueryResult<Blob> {
  const { language: lang } = usePreferences();
  return useQuery({
    queryKey: ['routes', id, n, 'drawing', lang], staleTime: Infinity,
    queryFn: async ({ signal }) => new Blob([await must<string>(api.GET('/api/v1/routes/{id}/versions/{n}/drawing', { params: { path: { id, n }, query: { lang } }, parseAs: 'text', signal }))], { type: 'image/svg+xml' }),
  });
}
