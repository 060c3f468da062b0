import { Button, Input } from 'antd';
import { useDeferredValue, useId, useState, type JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { useItems, type Item } from './use-items.ts';

interface PickerProps { readonly chosen: string; readonly kindOf: (kind: string) => string; readonly onChoose: (item: Item) => void }

/** An item of my unit that nobody carries out yet: one of a list that is searched. */
export function ItemPicker({ chosen, kindOf, onChoose }: PickerProps): JSX.Element {
  const t = useWords('compose');
  const s = useWords();
  const [search, setSearch] = useState('');
  const items = useItems(useDeferredValue(search.trim()));
  const name = useId();
  if (items.isPending) return <Loading />;
  if (items.isError) return <Failed fault={items.error} retry={() => void items.refetch()} />;
  const all = items.data.pages.flatMap((p) => p.items);
  if (all.length === 0 && search === '') return <StatePage scene="empty" title={t('item.none')} text={t('item.noneText')} />;
  return (
    <div>
      <Input type="search" allowClear className="compose-search" aria-label={t('item.search')} placeholder={t('item.search')} value={search} onChange={(e) => setSearch(e.target.value)} />
      <fieldset className="compose-list">
        <legend className="visually-hidden">{t('item.list')}</legend>
        {all.map((item) => (
          <label key={item.id} className="compose-line">
            <input type="radio" aria-label={`${item.code} ${item.title}`} name={name} checked={chosen === item.code} onChange={() => onChoose(item)} />
            <span>
              <span className="compose-line-title">{item.title}</span>
              <span className="quiet compose-line-facts"><span>{item.code}</span><span>{kindOf(item.kind)}</span><span>{t('item.deadline', { text: item.deadline.text, on: day(item.deadline.on) })}</span><span>{t('item.authority', { authority: item.authority.name })}</span><span>{item.leadUnit.name}</span></span>
            </span>
          </label>
        ))}
      </fieldset>
      {all.length === 0 ? <p className="quiet" role="status">{t('item.notFound')}</p> : null}
      {items.hasNextPage ? <Button onClick={() => void items.fetchNextPage()} loading={items.isFetchingNextPage}>{s('more')}</Button> : null}
    </div>
  );
}
