import { useState, type JSX } from 'react';
import { day, number, weekday } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { MonthTable } from './month-table.tsx';
import type { Calendar, SpecialDay } from './use-calendar.ts';

/** Twelve months; a special day that is pressed says why it is off or worked, and by which decision. */
export function YearView({ calendar, today }: { readonly calendar: Calendar; readonly today: string }): JSX.Element {
  const t = useWords('calendar');
  const [picked, setPicked] = useState<SpecialDay | null>(null);
  const { year, days, workingDays, planned, beyond } = calendar.year;
  const special = new Map(days.map((d) => [d.day, d]));
  return (
    <section aria-labelledby="calendar-year">
      <h2 id="calendar-year" className="calendar-head">{t('months')}</h2>
      <p>{t('sum', { n: number(workingDays.reduce((a, b) => a + b, 0)), off: number(days.filter((d) => d.kind === 'off').length), work: number(days.filter((d) => d.kind === 'work').length) })}{planned > 0 ? ` ${t('plannedSum', { n: number(planned) })}` : ''}</p>
      {beyond ? <p className="calendar-beyond">{t('beyond')}</p> : null}
      <p className="calendar-legend">
        {(['off', 'work'] as const).map((kind) => <span key={kind}><span className={`calendar-mark calendar-${kind}`} aria-hidden="true">{kind === 'off' ? '–' : '+'}</span>{t(`kind.${kind}`)}</span>)}
        <span><span className="calendar-mark calendar-off calendar-planned" aria-hidden="true">?</span>{t('status.planned')}</span>
        <span><span className="calendar-mark calendar-weekend" aria-hidden="true">7</span>{t('weekend')}</span>
      </p>
      <p className="calendar-detail" role="status">{picked === null ? <span className="quiet">{t('pick')}</span> : <><strong>{weekday(picked.day)}, {day(picked.day)}</strong>: {t(`kind.${picked.kind}`)}, {picked.reason}; {picked.source ?? t('noSource')} ({t(`status.${picked.status}`)})</>}</p>
      <div className="calendar-months">{workingDays.map((worked, i) => <MonthTable key={i} year={year} month={i + 1} worked={worked} week={calendar.week} special={special} today={today} picked={picked?.day ?? null} onPick={setPicked} />)}</div>
    </section>
  );
}
