import { lazy, Suspense, useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { StatePage } from '../../kit/ui/state-page.tsx';
import { CompareDrafts } from './compare-drafts.tsx';
import { DocumentRow } from './document-row.tsx';
import { roleWords } from './said.ts';
import type { Dossier, DossierDocument } from './use-dossier.ts';

const DocumentViewer = lazy(() => import('./document-viewer.tsx').then((m) => ({ default: m.DocumentViewer })));

/** The documents by their role, the newest draft of each first, the drafts before it folded below. */
export function Documents({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const [shown, setShown] = useState<DossierDocument | null>(null);
  const { documents } = dossier;
  if (documents.length === 0) return <StatePage scene="empty" title={t('documents.none')} />;
  return (
    <>
      <ul className="dossier-roles">
        {[...Map.groupBy(documents, (d) => d.role)].map(([role, drafts]) => <Role key={role} name={roleWords(t, role)} drafts={drafts.toSorted((a, b) => b.no - a.no)} onShow={setShown} />)}
      </ul>
      {dossier.submission === null ? null : <CompareDrafts dossier={dossier} onShow={setShown} />}
      {shown === null ? null : <Suspense fallback={null}><DocumentViewer document={shown} onClose={() => setShown(null)} /></Suspense>}
    </>
  );
}

function Role({ name, drafts, onShow }: { readonly name: string; readonly drafts: readonly DossierDocument[]; readonly onShow: (d: DossierDocument) => void }): JSX.Element {
  const t = useWords('dossier');
  const [newest, ...earlier] = drafts;
  return (
    <li>
      <h3>{name}</h3>
      {newest === undefined ? null : <DocumentRow document={newest} role={name} onShow={onShow} />}
      {earlier.length === 0 ? null : (
        <details className="dossier-earlier">
          <summary>{t('documents.earlier', { n: earlier.length })}</summary>
          {earlier.map((d) => <DocumentRow key={d.id} document={d} role={name} onShow={onShow} />)}
        </details>
      )}
    </li>
  );
}
