import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { PostList } from './post-list.tsx';
import type { Organisation } from './use-organisation.ts';

/** A body (tập thể) with its members and who signs for it. */
export function BodyCard({ body }: { readonly body: Organisation['bodies'][number] }): JSX.Element {
  const t = useWords('organisation');
  const members = body.seats.reduce((n, seat) => n + seat.holders.length, 0);
  return (
    <article className="card" aria-labelledby={`body-${body.id}`}>
      <h3 id={`body-${body.id}`}>{body.name}</h3>
      <p className="quiet">{t('members', { count: members })}{body.signers.length === 0 ? '' : `; ${t('signers', { who: body.signers.flatMap((s) => s.holders.map((h) => h.name)).join('; ') || '–' })}`}</p>
      <details open={members <= 6}><summary>{t('seats')}</summary><PostList posts={body.seats} /></details>
    </article>
  );
}
