import type { JSX } from 'react';
import { Link } from 'react-router';
import { size } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Card } from './use-leader-desk.ts';

interface DocumentsProps { readonly dossier: string; readonly documents: Card['documents']; readonly of: string }

/** How many papers there are; opened, each of them by its role, and the way to the whole dossier. */
export function CardDocuments({ dossier, documents: { count, items }, of }: DocumentsProps): JSX.Element {
  const t = useWords('leader');
  const named = (role: string): string => {
    const words = t(`role.${role}`);
    return words === `role.${role}` ? role : words;
  };
  return (
    <details className="leader-documents">
      <summary aria-label={t('documents.of', { n: count, title: of })}>{t('documents.count', { n: count })}</summary>
      <ul>
        {items.map(({ id, role, no, name, size: bytes }) => (
          <li key={id}><a href={`/api/v1/documents/${encodeURIComponent(id)}/content`} target="_blank" rel="noreferrer"><span>{named(role)} ({t('documents.no', { n: no })})</span><span className="quiet leader-file">{name ?? t('documents.erased')} · <span className="num">{size(bytes)}</span></span></a></li>
        ))}
        <li><Link to={`/dossiers/${dossier}`}>{t('documents.dossier')}</Link></li>
      </ul>
    </details>
  );
}
