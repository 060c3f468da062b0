import { Button } from 'antd';
import type { JSX } from 'react';
import { usePhone } from '../../kit/ui/use-phone.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { addWords } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { BallotCard } from './ballot-card.tsx';
import { useOpenBallots } from './use-open-ballots.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import './ballots.css';

addWords('ballots', { vi, en });

/** Phiếu lấy ý kiến: the votes in writing and on a screen that wait for one's ballot. */
export function Screen(): JSX.Element {
  const t = useWords('ballots');
  const shell = useWords();
  const phone = usePhone();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOpenBallots();
  const rows = data?.pages.flatMap(({ items }) => items).filter(({ purpose, task }) => purpose === 'work' && task !== null) ?? [];
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.final'), t('help.phone')]}>
      {data === undefined ? (error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />) : null}
      {data !== undefined && rows.length === 0 && !hasNextPage ? <StatePage scene="empty" title={t('empty.title')} text={t('empty.text')} action={<Button href="/tasks">{t('empty.tasks')}</Button>} /> : null}
      {rows.length === 0 ? null : <ul className="ballots-list">{rows.map((row) => <li key={row.id}><BallotCard row={row} phone={phone} /></li>)}</ul>}
      {hasNextPage ? <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shell('more')}</Button> : null}
    </Page>
  );
}
