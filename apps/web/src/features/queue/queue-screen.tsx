import { Button } from 'antd';
import { useRef, type JSX } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { number } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { readAddress, writeAddress, type DeskAddress } from './desk-address.ts';
import { DeskChips } from './desk-chips.tsx';
import { DeskFilters } from './desk-filters.tsx';
import { DeskRows } from './desk-rows.tsx';
import { DeskTabs } from './desk-tabs.tsx';
import en from './en.json' with { type: 'json' };
import { useDeskCounts } from './use-desk-counts.ts';
import vi from './vi.json' with { type: 'json' };
import { ViewsBar } from './views-bar.tsx';
import './queue.css';

addWords('queue', { vi, en });

/** Việc của tôi: five lists of my desk with their counts; what is shown stands in the address. */
export function Screen(): JSX.Element {
  const t = useWords('queue');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const counts = useDeskCounts().data;
  const search = useRef<HTMLInputElement>(null);
  const address = readAddress(params);
  const here = writeAddress(address);
  const show = (next: DeskAddress): void => void navigate(`/tasks${writeAddress(next)}`, { replace: next.list === address.list });
  return (
    <Page title={t('title')} help={(['lists', 'bulk', 'keys'] as const).map((part) => t(`help.${part}`))} extra={counts === undefined ? null : <span className="queue-mine" role="status">{t('mine', { n: number(counts.todo.count), count: counts.todo.count })}</span>}>
      <DeskTabs list={address.list} counts={counts} onPick={(list) => show({ list, filter: address.filter.search === undefined ? {} : { search: address.filter.search }, sort: null })} />
      <div id="queue-panel" role="tabpanel" aria-labelledby={`queue-tab-${address.list}`}>
        {address.list === 'todo' && counts !== undefined ? <DeskChips counts={counts.todo} filter={address.filter} onFilter={(filter) => show({ ...address, filter })} /> : null}
        <DeskFilters key={`filters-${address.list}`} address={address} onChange={show} search={search} />
        <ViewsBar address={address} />
        <DeskRows key={`rows-${address.list}`} address={address} here={here} onSearch={() => search.current?.focus()} clear={<Button onClick={() => show({ ...address, filter: {} })}>{t('clear')}</Button>} />
      </div>
    </Page>
  );
}
