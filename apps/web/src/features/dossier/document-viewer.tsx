import { Button, Modal } from 'antd';
import { lazy, Suspense, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { roleWords } from './said.ts';
import { documentAddress, useDocument } from './use-document.ts';
import { PlainText } from './plain-text.tsx';
import { Picture } from './picture.tsx';
import type { DossierDocument } from './use-dossier.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx').then((m) => ({ default: m.PdfPages })));

/** A document in a window over the dossier: PDF page by page, a picture, a plain text. */
export function DocumentViewer({ document, onClose }: { readonly document: DossierDocument; readonly onClose: () => void }): JSX.Element {
  const t = useWords('dossier');
  const name = document.name ?? t('documents.erased');
  const { data, error, refetch } = useDocument(document.id);
  return (
    <Modal
      open width={1080} centered destroyOnHidden onCancel={onClose} className="dossier-viewer" title={`${roleWords(t, document.role)}, ${t('documents.no', { n: document.no })}: ${name}`}
      footer={<><Button href={documentAddress(document.id)} download={name}>{t('documents.save')}</Button><Button type="primary" onClick={onClose}>{t('documents.close')}</Button></>}
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
