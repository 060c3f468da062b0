import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { Picture } from './picture.tsx';
import { RouteInWords } from './route-in-words.tsx';
import { useDrawing } from './use-drawing.ts';
import type { Dossier } from './use-dossier.ts';

/** The route drawn with where the dossier is and has been, and the same in words. */
export function RouteDrawing({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch } = useDrawing(dossier.id);
  return (
    <>
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : (
        <div className="dossier-drawing" role="region" tabIndex={0} aria-label={t('route.drawing')}><Picture bytes={data} name={t('route.alt')} /></div>
      )}
      <details className="dossier-earlier"><summary>{t('route.words')}</summary><RouteInWords dossier={dossier} /></details>
    </>
  );
}
