import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { dayTime } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords, inLanguage } from '../../kit/words/words.ts';
import en from './en.json' with { type: 'json' };
import './routes.css';
import { useRoutes } from './use-routes.ts';
import vi from './vi.json' with { type: 'json' };

addWords('routes', { vi, en });

/** The published routes, the latest version of each. */
export function Screen(): JSX.Element {
  const t = useWords('routes');
  const list = useRoutes();
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.versions')]}>
      {list.isPending ? <Loading /> : list.isError ? <Failed fault={list.error} retry={() => void list.refetch()} /> : rows.length === 0 ? <StatePage scene="empty" title={t('none.title')} text={t('none.text')} /> : (
        <ScrollBox label={t('title')}>
          <table className="routes-table">
            <caption className="visually-hidden">{t('title')}</caption>
            <thead><tr>{(['title', 'version', 'at', 'by'] as const).map((name) => <th key={name} scope="col">{t(`list.${name}`)}</th>)}</tr></thead>
            <tbody>{rows.map((r) => <tr key={r.id}><th scope="row"><Link to={`/routes/${r.id}`}>{inLanguage(r.title)}</Link><span className="quiet routes-under">{r.id}</span></th><td className="num">{r.version}</td><td className="num nowrap">{dayTime(r.publishedAt)}</td><td>{r.publishedBy}</td></tr>)}</tbody>
          </table>
        </ScrollBox>
      )}
      {list.hasNextPage ? <Button className="routes-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
    </Page>
  );
}
