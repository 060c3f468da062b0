import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, type JSX } from 'react';
import { day, number } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { periodsBefore, type Asked, type AskedName } from './asked.ts';
import type { Programme } from './use-programme.ts';

interface FiguresProps { readonly programme: Programme; readonly asked: Asked; readonly ask: (change: Partial<Record<AskedName, string | null>>) => void }

/** The equation of the programme in words and as one bar; a part of the bar shows its items. */
export function Figures({ programme, asked, ask }: FiguresProps): JSX.Element {
  const t = useWords('programme');
  const [asOf, period] = [useId(), useId()];
  const { counts } = programme;
  const chosen = asked.from !== undefined && asked.to !== undefined ? `${asked.from}/${asked.to}` : '';
  const periods = periodsBefore(programme.asOf).map(({ from, to, half, year }) => ({ value: `${from}/${to}`, label: half === null ? t('period.year', { year }) : t(`period.half${half}`, { year }) }));
  const known = chosen === '' || periods.some((p) => p.value === chosen);
  const choose = (value: string): void => ask({ from: value.split('/')[0] ?? null, to: value.split('/')[1] ?? null });
  const parts = [
    { state: 'completed', n: counts.completed }, { state: 'submitted', n: counts.submitted }, { state: 'notYetSubmitted', n: counts.notYetSubmitted },
  ] as const;
  return (
    <section className="card programme-figures" aria-label={t('figures')}>
      <p className="programme-sentence">{inLanguage(programme.sentence)}</p>
      <div className="programme-bar" role="group" aria-label={t('chart')}>
        {parts.filter(({ n }) => n > 0).map(({ state, n }) => (
          <button key={state} type="button" className={`programme-part programme-${state}`} style={{ flexGrow: n }} aria-pressed={asked.state === state} onClick={() => ask({ state: asked.state === state ? null : state })}>
            <strong>{number(n)}</strong> <span>{t(`state.${state}`)}</span>
          </button>
        ))}
      </div>
      <div className="programme-asked">
        <span><label htmlFor={asOf}>{t('asOf')}</label><DatePicker id={asOf} format="D/M/YYYY" allowClear={false} value={dayjs(programme.asOf)} onChange={(value) => ask({ asOf: dayjs(value).format('YYYY-MM-DD') })} /></span>
        <span><label htmlFor={period}>{t('period.name')}</label><Select id={period} className="programme-period" value={chosen} onChange={choose} options={[{ value: '', label: t('period.none') }, ...periods, ...(known ? [] : [{ value: chosen, label: `${day(asked.from ?? '')} – ${day(asked.to ?? '')}` }])]} /></span>
      </div>
    </section>
  );
}
