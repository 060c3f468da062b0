import { Button } from 'antd';
import { useCallback, useMemo, useRef, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { number } from '../../kit/format/format.ts';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/ui/page.tsx';
import { SearchBox } from '../../kit/ui/search-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { VirtualList } from '../../kit/ui/virtual-list.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { DossierLine } from './dossier-line.tsx';
import en from './en.json' with { type: 'json' };
import { useDossiers, type DossierRow, type DossierWish } from './use-dossiers.ts';
import vi from './vi.json' with { type: 'json' };
import './dossiers.css';

addWords('dossiers', { vi, en });

const STATUSES = ['open', 'done', 'rejected', 'cancelled'] as const satisfies readonly DossierRow['status'][];
const idOf = (row: DossierRow): string => row.id;

/** Hồ sơ: every dossier that I may see, searched without accents. */
export function Screen(): JSX.Element {
  const t = useWords('dossiers');
  const [params, setParams] = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  const wish: DossierWish = { search: params.get('search') ?? '', status: STATUSES.find((s) => s === params.get('status')) ?? null };
  const show = useCallback((name: 'search' | 'status', value: string) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true }), [setParams]);
  const search = useCallback((text: string) => show('search', text), [show]);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.search')]}>
      <div className="dossiers-bar">
        <SearchBox label={t('search')} hint={t('searchHint')} value={wish.search} field={field} onSearch={search} />
        <label className="dossiers-field"><span>{t('statusName')}</span>
          <select value={wish.status ?? ''} onChange={(event) => show('status', event.target.value)}>
            <option value="">{t('any')}</option>
            {STATUSES.map((s) => <option key={s} value={s}>{t(`status.${s}`)}</option>)}
          </select>
        </label>
      </div>
      <Found wish={wish} onClear={() => setParams({}, { replace: true })} />
    </Page>
  );
}

function Found({ wish, onClear }: { readonly wish: DossierWish; readonly onClear: () => void }): JSX.Element {
  const t = useWords('dossiers');
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useDossiers(wish);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (isPending) return <Loading />;
  if (data === undefined) return <Failed fault={error} retry={() => void refetch()} />;
  if (rows.length === 0) {
    const asked = wish.search !== '' || wish.status !== null;
    return <StatePage scene="empty" title={t(`empty.${asked ? 'filtered' : 'none'}.title`)} text={t(`empty.${asked ? 'filtered' : 'none'}.text`)} {...(asked ? { action: <Button onClick={onClear}>{t('clear')}</Button> } : {})} />;
  }
  return (
    <div aria-busy={isPlaceholderData}>
      <p className="dossiers-over num" role="status">{t(hasNextPage ? 'shownMore' : 'shown', { n: number(rows.length), count: rows.length })}</p>
      <div className="dossiers-list"><VirtualList rows={rows} keyOf={idOf} height={72} label={t('title')} onEnd={more} render={(row) => <DossierLine row={row} />} /></div>
      {hasNextPage ? <div className="dossiers-more"><Button loading={isFetchingNextPage} onClick={more}>{t('more')}</Button></div> : null}
    </div>
  );
}
