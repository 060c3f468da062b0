import { Button } from 'antd';
import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { admits, WISHES, type BulkWish } from './bulk-wish.ts';
import type { DeskRow } from './desk-address.ts';

/** What may be done to the chosen rows, each button with how many of them admit it. */
export function BulkBar({ rows, onWish, onClear }: { readonly rows: readonly DeskRow[]; readonly onWish: (wish: BulkWish) => void; readonly onClear: () => void }): JSX.Element {
  const t = useWords('queue');
  return (
    <div className="queue-bulk" role="region" aria-label={t('bulk.name')}>
      <span aria-live="polite">{t('bulk.chosen', { count: rows.length, n: number(rows.length) })}</span>
      {WISHES.map((wish) => {
        const fitting = rows.filter((row) => admits(row, wish)).length;
        return fitting === 0 ? null : <Button key={wish} type={wish === 'approve' ? 'primary' : 'default'} onClick={() => onWish(wish)}>{t(`bulk.${wish}`)} ({number(fitting)})</Button>;
      })}
      <Button type="text" onClick={onClear}>{t('bulk.clear')}</Button>
    </div>
  );
}
