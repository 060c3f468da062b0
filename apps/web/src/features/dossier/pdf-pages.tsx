import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { use, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { PdfPage } from './pdf-page.tsx';

// The worker is a file of this site: the Content-Security-Policy admits no other.
GlobalWorkerOptions.workerSrc = workerAddress;

type Opened = PDFDocumentProxy | 'unreadable';
const opened = new WeakMap<Blob, Promise<Opened>>();

/** Opens the bytes once. What is no readable PDF is said to be so rather than thrown: the file can still be saved. */
function open(bytes: Blob): Promise<Opened> {
  const known = opened.get(bytes) ?? bytes.arrayBuffer().then((data) => getDocument({ data, useWasm: false, enableXfa: false }).promise).catch((): Opened => 'unreadable');
  opened.set(bytes, known);
  return known;
}

/** A PDF, one page below the other; each page is drawn when it comes near. */
export function PdfPages({ bytes, name }: { readonly bytes: Blob; readonly name: string }): JSX.Element {
  const t = useWords('dossier');
  const pdf = use(open(bytes));
  if (pdf === 'unreadable') return <p role="alert">{t('pdf.unreadable')}</p>;
  return <ol className="dossier-pages" aria-label={name}>{Array.from({ length: pdf.numPages }, (_, i) => <li key={i + 1}><PdfPage pdf={pdf} no={i + 1} of={pdf.numPages} /></li>)}</ol>;
}
