import { Button, Modal } from 'antd';
import { lazy, Suspense, useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { roleWords } from './said.ts';
import { documentAddress, useDocument } from './use-document.ts';
import { PlainText } from './plain-text.tsx';
import { Picture } from './picture.tsx';
import type { DossierDocument } from './use-dossier.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx').then((m) => ({ default: m.PdfPages })));

/** A document in a window over the dossier: PDF page by page, a picture, a plain text. `onClose` is called once it has gone. */
export function DocumentViewer({ document, onClose }: { readonly document: DossierDocument; readonly onClose: () => void }): JSX.Element {
  const t = useWords('dossier');
  const name = document.name ?? t('documents.erased');
  const { data, error, refetch } = useDocument(document.id);
  // It goes only after the window has closed, so that the focus finds its way back to what opened it.
  const [open, setOpen] = useState(true);
  const close = (): void => setOpen(false);
  return (
    <Modal
      open={open} width={1080} centered destroyOnHidden onCancel={close} afterClose={onClose} className="dossier-viewer" title={`${roleWords(t, document.role)}, ${t('documents.no', { n: document.no })}: ${name}`}
      footer={<><Button href={documentAddress(document.id)} download={name}>{t('documents.save')}</Button><Button type="primary" onClick={close}>{t('documents.close')}</Button></>}
    >
      <div className="dossier-viewer-box" role="region" tabIndex={0} aria-label={name}>
        {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : <Suspense fallback={<Loading />}><Content bytes={data} type={document.mediaType} name={name} /></Suspense>}
      </div>
    </Modal>
  );
}

function Content({ bytes, type, name }: { readonly bytes: Blob; readonly type: string; readonly name: string }): JSX.Element {
  if (type === 'application/pdf') return <PdfPages bytes={bytes} name={name} />;
  return type === 'text/plain' ? <PlainText bytes={bytes} /> : <Picture bytes={bytes} name={name} />;
}
