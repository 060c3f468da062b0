import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { roleWords, shortHash } from './said.ts';
import { isShown } from './shown-types.ts';
import type { Comparison } from './use-comparison.ts';
import type { DossierDocument } from './use-dossier.ts';

type Mark = Comparison['added'][number]['to'];
interface Line { readonly role: string; readonly is: 'changed' | 'added' | 'removed'; readonly from?: Mark; readonly to?: Mark }

const linesOf = ({ changed, added, removed }: Comparison): readonly Line[] => [
  ...changed.map((c): Line => ({ ...c, is: 'changed' })), ...added.map((c): Line => ({ ...c, is: 'added' })), ...removed.map((c): Line => ({ ...c, is: 'removed' })),
];

/** Each document that was changed, added or left out, with the draft before and after. */
export function CompareTable({ comparison, documents, onShow }: { readonly comparison: Comparison; readonly documents: readonly DossierDocument[]; readonly onShow: (d: DossierDocument) => void }): JSX.Element {
  const t = useWords('dossier');
  const lines = linesOf(comparison);
  if (lines.length === 0) return <p role="status">{t('compare.same')}</p>;
  const cell = (mark: Mark | undefined): JSX.Element | string => {
    if (mark === undefined) return '—';
    const document = documents.find((d) => d.id === mark.id);
    const words = <>{t('documents.no', { n: mark.no })} <code>{shortHash(mark.sha256)}…</code></>;
    return document !== undefined && isShown(document.mediaType) ? <button type="button" className="dossier-link" onClick={() => onShow(document)}>{words}</button> : words;
  };
  return (
    <div className="dossier-wide" role="region" tabIndex={0} aria-label={t('compare.caption')}>
      <table className="dossier-table">
        <caption className="visually-hidden">{t('compare.caption')}</caption>
        <thead><tr><th scope="col">{t('compare.document')}</th><th scope="col">{t('compare.what')}</th><th scope="col">{t('compare.before')}</th><th scope="col">{t('compare.after')}</th></tr></thead>
        <tbody>{lines.map((l) => <tr key={`${l.is}.${l.role}`}><th scope="row">{roleWords(t, l.role)}</th><td>{t(`compare.is.${l.is}`)}</td><td>{cell(l.from)}</td><td>{cell(l.to)}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
