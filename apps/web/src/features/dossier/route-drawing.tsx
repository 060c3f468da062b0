import { useCallback, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { Folded } from './folded.tsx';
import { Picture } from './picture.tsx';
import { RouteInWords } from './route-in-words.tsx';
import { useDrawing, type Drawing } from './use-drawing.ts';
import type { Dossier } from './use-dossier.ts';

// The sign stands on the right edge of its step's card.
const CARD_RIGHT = 0.62;

/** The route drawn with where the dossier is and has been, and the same in words. */
export function RouteDrawing({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch } = useDrawing(dossier.id);
  return (
    <>
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : (
        <Drawn drawing={data} />
      )}
      <Folded title={t('route.words')} render={() => <RouteInWords dossier={dossier} />} />
    </>
  );
}

/** The picture in a box of its own, scrolled to where the dossier stands. */
function Drawn({ drawing: { picture, at } }: { readonly drawing: Drawing }): JSX.Element {
  const t = useWords('dossier');
  const x = at?.x ?? 0;
  const y = at?.y ?? 0;
  const look = useCallback((box: HTMLDivElement | null) => {
    const img = box?.querySelector('img');
    const turn = (): void => box?.scrollTo({ left: x - box.clientWidth * CARD_RIGHT, top: y - box.clientHeight / 2 });
    img?.addEventListener('load', turn);
    return () => img?.removeEventListener('load', turn);
  }, [x, y]);
  return <div ref={look} className="dossier-drawing" role="region" tabIndex={0} aria-label={t('route.drawing')}><Picture bytes={picture} name={t('route.alt')} /></div>;
}
