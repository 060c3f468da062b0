import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { PostList } from './post-list.tsx';
import type { Organisation } from './use-organisation.ts';

/** A unit with its posts; that it ends, and when, where that is known. */
export function UnitCard({ unit }: { readonly unit: Organisation['units'][number] }): JSX.Element {
  const t = useWords('organisation');
  return (
    <article className="card" aria-labelledby={`unit-${unit.id}`}>
      <h3 id={`unit-${unit.id}`}>{unit.name} {unit.short === unit.name ? null : <span className="quiet organisation-short">{unit.short}</span>}</h3>
      <p className="quiet num">{t('since', { day: day(unit.validFrom) })}{unit.validTo === null ? '' : `; ${t('until', { day: day(unit.validTo) })}`}</p>
      <PostList posts={unit.posts} />
    </article>
  );
}
