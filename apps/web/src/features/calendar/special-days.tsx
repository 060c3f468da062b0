import type { JSX } from 'react';
import { day, weekday } from '../../kit/format/format.ts';
import { DueMark } from '../../kit/ui/due-mark.tsx';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { SpecialDay } from './use-calendar.ts';

/** The special days of the year one by one: why, how sure, by which decision. */
export function SpecialDays({ days, year }: { readonly days: readonly SpecialDay[]; readonly year: number }): JSX.Element {
  const t = useWords('calendar');
  return (
    <section aria-labelledby="calendar-days">
      <h2 id="calendar-days" className="calendar-head">{t('days.title', { year })}</h2>
      {days.length === 0 ? <p className="quiet">{t('days.none')}</p> : (
        <ScrollBox label={t('days.title', { year })}>
          <table className="calendar-table">
            <caption className="visually-hidden">{t('days.title', { year })}</caption>
            <thead><tr>{(['day', 'kind', 'reason', 'status', 'source'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {days.map((d) => (
                <tr key={d.day}>
                  <th scope="row" className="nowrap num">{day(d.day)} <span className="quiet">{weekday(d.day)}</span></th>
                  <td>{t(`kind.${d.kind}`)}</td>
                  <td>{d.reason}</td>
                  <td><DueMark tone={d.status === 'planned' ? 'soon' : 'done'} words={t(`status.${d.status}`)} /></td>
                  <td>{d.source ?? <span className="quiet">{t('noSource')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
