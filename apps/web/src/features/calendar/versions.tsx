import type { JSX } from 'react';
import { day, dayTime, number } from '../../kit/format/format.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { useVersions, type CalendarVersion } from './use-versions.ts';

/** Who changed the calendar, when and why, the latest first. */
export function Versions({ id }: { readonly id: string }): JSX.Element {
  const t = useWords('calendar');
  const { data, error, refetch } = useVersions(id);
  return (
    <section aria-labelledby="calendar-versions">
      <h2 id="calendar-versions" className="calendar-head">{t('versions.title')}</h2>
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : data.length === 0 ? <p className="quiet">{t('versions.none')}</p> : <ol className="calendar-versions">{data.toReversed().map((v) => <Version key={v.version} version={v} />)}</ol>}
    </section>
  );
}

function Version({ version: { version, at, by, reason, diff } }: { readonly version: CalendarVersion }): JSX.Element {
  const t = useWords('calendar');
  return (
    <li className="card">
      <p><strong>{t('versions.no', { version })}</strong> · <span className="num">{dayTime(at)}</span> · {by?.name ?? t('versions.shipped')}</p>
      <p>{reason}</p>
      <details>
        <summary>{t('versions.changes', { n: number(diff.days.length) })}</summary>
        <ul>
          {(['week', 'hours', 'until'] as const).filter((part) => diff[part]).map((part) => <li key={part}>{t(`versions.${part}`)}</li>)}
          {diff.days.map((d) => <li key={d.day}><span className="num">{day(d.day)}</span>: {[d.before, d.after].map((x) => (x === null ? t('versions.usual') : `${t(`kind.${x.kind}`)}, ${x.reason} (${t(`status.${x.status}`)}${x.source === null ? '' : `, ${x.source}`})`)).join(' → ')}</li>)}
        </ul>
      </details>
    </li>
  );
}
