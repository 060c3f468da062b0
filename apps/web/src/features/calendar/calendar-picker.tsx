import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { useCalendars } from './use-calendars.ts';

interface PickerProps { readonly id: string; readonly year: number; readonly go: (change: { readonly year?: number; readonly id?: string }) => void }

/** Which year, and whose calendar: the general one or that of an office. */
export function CalendarPicker({ id, year, go }: PickerProps): JSX.Element {
  const t = useWords('calendar');
  const field = useId();
  const list = useCalendars().data ?? [];
  return (
    <>
      {list.length < 2 ? null : (
        <span className="calendar-whose">
          <label htmlFor={field}>{t('whose')}</label>
          <select id={field} value={id} onChange={(event) => go({ id: event.target.value })}>{list.map((c) => <option key={c.id} value={c.id}>{c.unit ?? t('general')}</option>)}</select>
        </span>
      )}
      <span className="calendar-year" role="group" aria-label={t('year')}>
        <Button icon={<LeftOutlined />} aria-label={String(year - 1)} onClick={() => go({ year: year - 1 })} />
        <strong className="num">{year}</strong>
        <Button icon={<RightOutlined />} aria-label={String(year + 1)} onClick={() => go({ year: year + 1 })} />
      </span>
    </>
  );
}
