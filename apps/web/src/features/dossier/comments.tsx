import type { JSX } from 'react';
import { dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Dossier } from './use-dossier.ts';

/** What people told one another about the dossier, in its order. */
export function Comments({ dossier: { comments } }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  if (comments.length === 0) return <p className="quiet">{t('comments.none')}</p>;
  return (
    <ul className="dossier-comments">
      {comments.map((c) => <li key={c.id}><strong>{c.person.name}</strong> <span className="quiet num dossier-small">{dayTime(c.at)}</span><p>{c.text ?? t('erased')}</p></li>)}
    </ul>
  );
}
