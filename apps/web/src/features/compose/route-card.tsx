import type { JSX } from 'react';
import { day, number } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { FittingRoute } from './use-fitting-routes.ts';

/** The last day of a term that ends at an instant: one that ends at 24:00 ends on the day before. */
const endDay = (due: string): string => day(new Date(Date.parse(due) - 1));

/** A route to choose: what it is called, when it would end, and its steps with the day on which each would be due. */
export function RouteCard({ route, name, chosen, onChoose }: { readonly route: FittingRoute; readonly name: string; readonly chosen: boolean; readonly onChoose: () => void }): JSX.Element {
  const t = useWords('compose');
  return (
    <li className="compose-route" data-chosen={chosen}>
      <label>
        <input type="radio" name={name} value={route.id} checked={chosen} disabled={!route.mayStart} onChange={onChoose} />
        <span>
          <span className="compose-line-title">{inLanguage(route.title)}</span>
          <span className="compose-issue">{route.issuedOn === null ? t('route.noDay') : t('route.issued', { on: day(route.issuedOn) })}</span>
          {route.workingDays === null || route.workingDays === 0 ? null : <span className="quiet">{t('route.days', { count: route.workingDays, days: number(route.workingDays) })}</span>}
          {route.afterDeadline ? <span className="compose-late">{t('route.afterDeadline')}</span> : null}
          {route.because === null ? null : <span className="compose-late">{inLanguage(route.because.why)}</span>}
        </span>
      </label>
      <details open={chosen}>
        <summary>{t('route.steps', { count: route.steps.length })}</summary>
        <ol>
          {route.steps.map((s) => <li key={s.path}><div><span>{s.title === null ? s.path : inLanguage(s.title)}</span><span className="quiet nowrap">{s.due === null ? t('route.noTerm') : t('route.until', { on: endDay(s.due) })}</span></div></li>)}
        </ol>
      </details>
    </li>
  );
}
