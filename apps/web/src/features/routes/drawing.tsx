import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX } from 'react';
import { percent } from '../../kit/format/format.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useDrawing } from './use-drawing.ts';
import type { RouteVersion } from './use-route.ts';

const SCALES = [0.5, 0.75, 1, 1.5, 2] as const;

/** The route drawn, as large as one wants; the steps in words stand right below it. */
export function Drawing({ route }: { readonly route: RouteVersion }): JSX.Element {
  const t = useWords('routes');
  const [at, setAt] = useState(2);
  const { data, error, refetch } = useDrawing(route.id, route.version);
  const scale = SCALES[at] ?? 1;
  return (
    <section aria-labelledby="routes-drawing">
      <div className="routes-line">
        <h2 id="routes-drawing" className="routes-head">{t('drawing.title')}</h2>
        <span role="group" aria-label={t('drawing.zoom')} className="routes-zoom">
          <Button disabled={at === 0} aria-label={t('drawing.smaller')} onClick={() => setAt(at - 1)}>−</Button><span className="num" aria-live="polite">{percent(scale, 0)}</span><Button disabled={at === SCALES.length - 1} aria-label={t('drawing.larger')} onClick={() => setAt(at + 1)}>+</Button>
        </span>
      </div>
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : <div className="routes-drawing" role="region" tabIndex={0} aria-label={t('drawing.title')}><Picture bytes={data} scale={scale} name={t('drawing.alt', { title: inLanguage(route.title) })} /></div>}
    </section>
  );
}

/** Shown as a picture only, so that nothing in it runs. */
function Picture({ bytes, scale, name }: { readonly bytes: Blob; readonly scale: number; readonly name: string }): JSX.Element {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(bytes);
    if (picture.current !== null) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return <img ref={picture} alt={name} aria-describedby="routes-steps" style={{ zoom: scale }} />;
}
