import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useId, useState, type JSX } from 'react';
import { day, weekday } from '../../kit/format/format.ts';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useDue } from './use-due.ts';

const MOST = 3650;
const USUAL = 10;

/** "From this day, after n working days": the server reckons it and says why. */
export function Reckoner({ id, today }: { readonly id: string; readonly today: string }): JSX.Element {
  const t = useWords('calendar');
  const field = useId();
  const [from, setFrom] = useState(today);
  const [n, setN] = useState(USUAL);
  const { data, error } = useDue(id, from, n);
  return (
    <section className="card calendar-reckoner" aria-labelledby="calendar-reckon">
      <h2 id="calendar-reckon" className="calendar-head">{t('reckon.title')}</h2>
      <div className="calendar-asked">
        <label htmlFor={`${field}f`}>{t('reckon.from')}</label>
        <DatePicker id={`${field}f`} format="D/M/YYYY" allowClear={false} value={dayjs(from)} onChange={(next) => setFrom(dayjs(next).format('YYYY-MM-DD'))} />
        <label htmlFor={`${field}n`}>{t('reckon.after')}</label>
        <InputNumber id={`${field}n`} min={1} max={MOST} precision={0} value={n} onChange={(next) => setN(next ?? 1)} />
        <span>{t('reckon.unit')}</span>
      </div>
      <div role="status">
        {error !== null ? <p className="calendar-fault">{refusalWords(error, t('reckon.failed'))}</p> : data === undefined ? <p className="quiet">{t('reckon.wait')}</p> : <><p className="calendar-due num">{t('reckon.due', { weekday: weekday(data.due), day: day(data.due) })}{data.planned ? ` (${t('reckon.planned')})` : ''}</p><p className="quiet">{inLanguage(data.why)}</p></>}
      </div>
    </section>
  );
}
