import { TextLayer, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import { useCallback, useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';

const A4 = 210 / 297;
const FIRST = 2;

/** One page: a picture for eyes, its text above it for whoever selects, searches or listens. */
export function PdfPage({ pdf, no, of }: { readonly pdf: PDFDocumentProxy; readonly no: number; readonly of: number }): JSX.Element {
  const t = useWords('dossier');
  const [ratio, setRatio] = useState(A4);
  const place = useCallback((box: HTMLDivElement | null) => {
    if (box === null) return undefined;
    let task: RenderTask | undefined;
    let left = false;
    const draw = async (): Promise<void> => {
      watch.disconnect();
      const page = await pdf.getPage(no);
      if (left) return;
      const plain = page.getViewport({ scale: 1 });
      setRatio(plain.width / plain.height);
      const scale = box.clientWidth / plain.width;
      const viewport = page.getViewport({ scale: scale * Math.min(2, devicePixelRatio) });
      const canvas = box.querySelector('canvas');
      const layer = box.querySelector<HTMLDivElement>('.dossier-textlayer');
      if (canvas === null || layer === null) return;
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      task = page.render({ canvas, viewport });
      await task.promise;
      layer.replaceChildren();
      layer.style.setProperty('--total-scale-factor', String(scale));
      await new TextLayer({ textContentSource: await page.getTextContent(), container: layer, viewport: page.getViewport({ scale }) }).render();
    };
    const quietly = (fault: unknown): void => {
      if (!left) throw fault;
    };
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) draw().catch(quietly);
    }, { rootMargin: '400px 0px' });
    if (no <= FIRST) draw().catch(quietly);
    else watch.observe(box);
    return () => {
      left = true;
      watch.disconnect();
      task?.cancel();
    };
  }, [pdf, no]);
  return (
    <div ref={place} className="dossier-page" style={{ aspectRatio: ratio }} role="group" aria-label={t('pdf.page', { no, of })}>
      <canvas aria-hidden="true" />
      <div className="dossier-textlayer" />
    </div>
  );
}
