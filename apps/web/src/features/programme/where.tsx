import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Item } from './use-programme.ts';

/** Where an item stands: completed on a day, or with whom at which step and since when, or not submitted yet. */
export function Where({ item }: { readonly item: Item }): JSX.Element {
  const t = useWords('programme');
  const mark = <span className={`programme-mark programme-${item.state}`} aria-hidden="true" />;
  if (item.state === 'completed') return <span>{mark}{item.stateOn === null ? t('state.completed') : t('where.completed', { day: day(item.stateOn) })}</span>;
  return (
    <span>
      {mark}{t(`state.${item.state}`)}{item.state === 'submitted' && item.stateOn !== null ? ` ${t('where.from', { day: day(item.stateOn) })}` : ''}
      {item.where === null ? (item.hasDossier ? null : <span className="quiet programme-under">{t('where.none')}</span>) : item.where.moving ? <span className="quiet programme-under">{t('where.moving')}</span> : item.where.steps.map((step) => (
        <span key={step.path} className="quiet programme-under">{inLanguage(step.title) || step.path}: {[step.body, ...step.units].flatMap((each) => (each === null ? [] : [each.name])).concat(step.units.length > 0 || step.body !== null ? [] : step.people.map((p) => p.name)).join(', ')} {t('where.since', { day: day(step.since) })}</span>
      ))}
    </span>
  );
}
