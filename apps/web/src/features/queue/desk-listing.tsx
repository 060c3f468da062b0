import { Button } from 'antd';
import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { VirtualList } from '../../kit/ui/virtual-list.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { BulkWish } from './bulk-wish.ts';
import type { DeskList, DeskRow } from './desk-address.ts';
import { DeskLine } from './desk-row.tsx';
import { useCurrent } from './use-current.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useOpening } from './use-opening.ts';
import type { Selection } from './use-selection.ts';
import { useSteady } from './use-steady.ts';

const ROW_HEIGHT = 79;
const idOf = (row: DeskRow): string => row.id;

interface ListingProps {
  readonly list: DeskList;
  readonly here: string;
  readonly rows: readonly DeskRow[];
  /** How many there are in all, where the server said so. */
  readonly count: number | null;
  /** How to read on; null at the end. */
  readonly more: { readonly read: () => void; readonly reading: boolean; readonly failed: boolean } | null;
  readonly selection: Selection;
  readonly onBulk: (wish: BulkWish, rows: readonly DeskRow[]) => void;
  readonly onSearch: () => void;
}

/** The rows in sight, gone through by keys and chosen for acting on many. */
export function DeskListing({ list, here, rows, count, more, selection, onBulk, onSearch }: ListingProps): JSX.Element {
  const t = useWords('queue');
  const place = useCurrent(here, rows);
  const { addressFor, opened, open } = useOpening(list, here, rows);
  const choose = useSteady(selection.toggle);
  const note = useSteady(opened);
  const fitting = rows.filter((row) => row.bulk.length > 0).length;
  const chosen = rows.filter((row) => selection.chosen.has(row.id));
  useDeskKeys({
    rows, current: place.current, chosen: chosen.length, go: place.go, open, search: onSearch, bulk: (wish) => onBulk(wish, chosen), clear: selection.clear,
    choose: (row) => (row.bulk.length > 0 ? selection.toggle(row.id, false) : undefined),
  });
  return (
    <>
      <div className="queue-over">
        {fitting === 0 ? <span /> : <label className="queue-all"><input type="checkbox" checked={chosen.length === fitting} onChange={(event) => selection.all(event.target.checked)} />{t('chooseAll', { n: number(fitting) })}</label>}
        <span className="queue-soft num">{count === null || count === rows.length ? t('shownAll', { n: number(rows.length), count: rows.length }) : t('shown', { n: number(rows.length), of: number(count) })}</span>
      </div>
      {chosen.length === 0 ? null : <BulkBar rows={chosen} onWish={(wish) => onBulk(wish, chosen)} onClear={selection.clear} />}
      <div className="queue-list">
        <VirtualList
          rows={rows} keyOf={idOf} height={ROW_HEIGHT} label={t(`list.${list}`)} {...(more === null ? {} : { onEnd: more.read })} {...(place.sight === null ? {} : { at: place.sight })}
          render={(row) => <DeskLine row={row} to={addressFor(row)} current={row.id === place.current?.id} focus={row.id === place.focus} chosen={selection.chosen.has(row.id)} onChoose={choose} onOpen={note} t={t} />}
        />
      </div>
      {more === null ? null : <div className="queue-more"><Button loading={more.reading} onClick={more.read}>{t('more')}</Button>{more.failed ? <span role="alert">{t('moreFailed')}</span> : null}</div>}
    </>
  );
}
