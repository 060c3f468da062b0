import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { number } from '../../kit/format/format.ts';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { KINDS, kindOf } from './kinds.ts';
import { NoticeLine } from './notice-line.tsx';
import { useCounts } from './use-counts.ts';
import { useNotices, type Notice } from './use-notices.ts';

/** Unread notices, then those that were read; one kind of them where the address names it. */
export function NoticeBoard(): JSX.Element {
  const t = useWords('notices');
  const [address, setAddress] = useSearchParams();
  const [kind, counts, unread, all] = [kindOf(address.get('kind')), useCounts(), useNotices(true), useNotices(false)];
  const id = useId();
  if (unread.isPending || all.isPending) return <Loading />;
  if (unread.isError) return <Failed fault={unread.error} retry={() => void unread.refetch()} />;
  if (all.isError) return <Failed fault={all.error} retry={() => void all.refetch()} />;
  const asked = (n: Notice): boolean => kind === null || n.kind === kind;
  const news = unread.data.pages.flatMap((p) => p.items).filter(asked);
  const read = all.data.pages.flatMap((p) => p.items).filter((n) => n.readAt !== null && asked(n));
  const choose = (next: string): void => setAddress(next === '' ? {} : { kind: next }, { replace: true });
  const nothing = news.length === 0 && read.length === 0 && !unread.hasNextPage && !all.hasNextPage;
  return (
    <div>
      <p className="notices-filter">
        <label htmlFor={id}>{t('filter')}</label>
        <select id={id} value={kind ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('everything')}</option>
          {KINDS.map((k) => <option key={k} value={k}>{t(`kind.${k}`)}{(counts.data?.byKind[k] ?? 0) > 0 ? ` (${number(counts.data?.byKind[k] ?? 0)})` : ''}</option>)}
        </select>
      </p>
      {nothing ? <StatePage scene="empty" title={t(kind === null ? 'none.title' : 'none.kind')} text={t('none.text')} action={kind === null ? undefined : <Button onClick={() => choose('')}>{t('none.clear')}</Button>} /> : (
        <>
          <section aria-labelledby={`${id}n`}>
            <h2 id={`${id}n`} className="notices-head">{t('unread.title')} <span className="notices-count num" aria-label={t('unread.count', { count: counts.data?.unread ?? news.length })}>{number(counts.data?.unread ?? news.length)}</span></h2>
            {news.length === 0 ? <p className="quiet">{t('unread.none')}</p> : <ul className="notices-list">{news.map((n) => <NoticeLine key={n.id} notice={n} />)}</ul>}
            {unread.hasNextPage ? <Button loading={unread.isFetchingNextPage} onClick={() => void unread.fetchNextPage()}>{t('more')}</Button> : null}
          </section>
          <section aria-labelledby={`${id}r`}>
            <h2 id={`${id}r`} className="notices-head">{t('read.title')}</h2>
            {read.length === 0 ? <p className="quiet">{t('read.none')}</p> : <ul className="notices-list">{read.map((n) => <NoticeLine key={n.id} notice={n} />)}</ul>}
            {all.hasNextPage ? <Button loading={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>{t('more')}</Button> : null}
          </section>
        </>
      )}
    </div>
  );
}
