import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { weeksOf } from './weeks.ts';
import type { SpecialDay } from './use-calendar.ts';

interface MonthProps {
  readonly year: number; readonly month: number; readonly worked: number; readonly week: readonly boolean[]; readonly special: ReadonlyMap<string, SpecialDay>; readonly today: string;
  readonly picked: string | null; readonly onPick: (day: SpecialDay) => void;
}

/** A month from Monday to Sunday; special days are marked by a sign and by words. */
export function MonthTable({ year, month, worked, week, special, today, picked, onPick }: MonthProps): JSX.Element {
  const t = useWords('calendar');
  const cell = (date: string | null, at: number): JSX.Element => {
    if (date === null) return <td key={at} />;
    const of = special.get(date);
    const text = String(Number(date.slice(8)));
    const now = date === today ? ' calendar-today' : '';
    if (of === undefined) return <td key={at} className={`${week[at] === true ? '' : 'calendar-weekend'}${now}`} aria-current={date === today ? 'date' : undefined}>{text}</td>;
    const words = `${t(`kind.${of.kind}`)}, ${of.reason}${of.source === null ? '' : `, ${of.source}`} (${t(`status.${of.status}`)})`;
    return (
      <td key={at} className={`calendar-${of.kind}${of.status === 'planned' ? ' calendar-planned' : ''}${now}`} aria-current={date === today ? 'date' : undefined}>
        <button type="button" title={words} aria-pressed={picked === date} onClick={() => onPick(of)}>{text}<span className="calendar-sign" aria-hidden="true">{of.status === 'planned' ? '?' : of.kind === 'off' ? '–' : '+'}</span><span className="visually-hidden">: {words}</span></button>
      </td>
    );
  };
  return (
    <table className="card calendar-month">
      <caption><strong>{t('month', { month, year })}</strong> <span className="quiet num">{t('worked', { n: number(worked) })}</span></caption>
      <thead><tr>{([1, 2, 3, 4, 5, 6, 7] as const).map((n) => <th key={n} scope="col"><abbr title={t(`weekday.${n}`)}>{t(`short.${n}`)}</abbr></th>)}</tr></thead>
      <tbody>{weeksOf(year, month).map((days, i) => <tr key={i}>{days.map(cell)}</tr>)}</tbody>
    </table>
  );
}
