import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { STATES, type Asked } from './asked.ts';

interface FiltersProps { readonly series: readonly string[]; readonly asked: Asked; readonly ask: (name: keyof Asked, value: string | null) => void }

/** Which numbers are shown; each choice stands in the address. */
export function BookFilters({ series, asked, ask }: FiltersProps): JSX.Element {
  const t = useWords('registers');
  const id = useId();
  const dayOf = (text: string | undefined): dayjs.Dayjs | null => (text === undefined ? null : dayjs(text));
  return (
    <search className="registers-filters" aria-label={t('filter')}>
      {series.length < 2 ? null : <span><label htmlFor={`${id}s`}>{t('column.series')}</label><Select id={`${id}s`} allowClear placeholder={t('all')} value={asked.series ?? null} options={series.map((value) => ({ value, label: value }))} onChange={(value: string | undefined) => ask('series', value ?? null)} popupMatchSelectWidth={false} /></span>}
      {(['from', 'to'] as const).map((name) => <span key={name}><label htmlFor={`${id}${name}`}>{t(name)}</label><DatePicker id={`${id}${name}`} format="D/M/YYYY" placeholder={t('anyDay')} value={dayOf(asked[name])} onChange={(value) => ask(name, value?.format('YYYY-MM-DD') ?? null)} /></span>)}
      <span><label htmlFor={`${id}t`}>{t('column.state')}</label><Select id={`${id}t`} className="registers-state" allowClear placeholder={t('all')} value={asked.state ?? null} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value: string | undefined) => ask('state', value ?? null)} popupMatchSelectWidth={false} /></span>
    </search>
  );
}
