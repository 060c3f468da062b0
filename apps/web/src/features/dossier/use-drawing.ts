import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, must } from '../../kit/api/client.ts';
import { usePreferences } from '../../kit/words/preferences.ts';

/** An SVG picture, and the point of it where the dossier stands, in its own measure. */
export interface Drawing { readonly picture: Blob; readonly at: { readonly x: number; readonly y: number } | null }

/** The dossier's route as an SVG picture, with where it is and has been, in the language of the screen. It is shown as a picture only, so that nothing in it runs. */
export function useDrawing(id: string): UseQueryResult<Drawing> {
  const { language: lang } = usePreferences();
  return useQuery({
    queryKey: ['dossier', id, 'drawing', lang],
    queryFn: async ({ signal }) => drawingOf(await must<string>(api.GET('/api/v1/dossiers/{id}/drawing', { params: { path: { id }, query: { lang } }, parseAs: 'text', signal }))),
  });
}

/** Finds the sign of an open step in the text; the text becomes no part of the page. */
function drawingOf(svg: string): Drawing {
  const sign = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('.tt-badge-open');
  const at = sign === null ? null : { x: Number(sign.getAttribute('cx')), y: Number(sign.getAttribute('cy')) };
  return { picture: new Blob([svg], { type: 'image/svg+xml' }), at };
}
