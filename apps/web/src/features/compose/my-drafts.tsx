import type { JSX } from 'react';
import { Link } from 'react-router';
import { dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { useMyDrafts } from './use-my-drafts.ts';

/** Drafts that wait for me; nothing where there are none. */
export function MyDrafts(): JSX.Element | null {
  const t = useWords('compose');
  const { data } = useMyDrafts();
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="card compose-part" aria-labelledby="compose-drafts">
      <h2 id="compose-drafts">{t('drafts.heading')}</h2>
      <ul className="compose-drafts">
        {data.items.map((row) => (
          <li key={row.id}><Link to={`/compose/${row.dossier.id}`}>{row.dossier.title}</Link><span className="quiet">{row.dossier.code} · {row.dossier.round > 1 ? t('drafts.back', { round: row.dossier.round }) : t('drafts.since', { at: dayTime(row.openedAt) })}</span></li>
        ))}
      </ul>
    </section>
  );
}
