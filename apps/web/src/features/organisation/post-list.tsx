import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Organisation } from './use-organisation.ts';

/** Posts with whoever holds them on that day; a vacant post says so. */
export function PostList({ posts }: { readonly posts: Organisation['units'][number]['posts'] }): JSX.Element {
  const t = useWords('organisation');
  if (posts.length === 0) return <p className="quiet">{t('noPosts')}</p>;
  return (
    <ul className="organisation-posts">
      {posts.map((post) => (
        <li key={post.id}>
          <strong>{post.title}</strong>
          {post.holders.length === 0 ? <span className="quiet">{t('vacant')}</span> : post.holders.map((h) => <span key={h.person}>{h.name}{h.acting ? ` (${t('acting')})` : ''} <span className="quiet num nowrap">{t('since', { day: day(h.since) })}</span></span>)}
        </li>
      ))}
    </ul>
  );
}
