import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import { usePreferences } from '../../kit/words/preferences.ts';

/** The dossier's route as an SVG picture, with where it is and has been, in the language of the screen. It is shown as a picture only, so that nothing in it runs. */
export function useDrawing(id: string): UseQueryResult<Blob> {
  const { language: lang } = usePreferences();
  return useQuery({
    queryKey: ['dossier', id, 'drawing', lang],
    queryFn: async ({ signal }) => new Blob([await must<string>(api.GET('/api/v1/dossiers/{id}/drawing', { params: { path: { id }, query: { lang } }, parseAs: 'text', signal }))], { type: 'image/svg+xml' }),
  });
}
