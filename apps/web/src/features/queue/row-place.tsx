import type { JSX } from 'react';
import type { Words } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import type { DeskRow } from './desk-address.ts';

/** The step of a task with its unit; of a dossier that others have, where it lies now and with whom. */
export function RowPlace({ row: { step, unit, now, purpose }, t }: { readonly row: DeskRow; readonly t: Words }): JSX.Element {
  const [place] = now;
  if (place === undefined) {
    return (
      <div className="queue-place">
        {step === null ? null : <span>{inLanguage(step.title) || t(`kind.${step.kind}`)}{step.round > 1 ? ` · ${t('round', { n: step.round })}` : ''}</span>}
        {purpose === null || purpose === 'work' ? null : <span className="queue-soft">{t(`purpose.${purpose}`)}</span>}
        {unit === null ? null : <span className="queue-soft">{unit.name}</span>}
      </div>
    );
  }
  const names = place.people.map((p) => p.name).join(', ');
  return (
    <div className="queue-place">
      <span>{inLanguage(place.step.title) || t(`kind.${place.step.kind}`)}</span>
      <span className="queue-soft">{[place.offered ? t('notTaken') : names, place.more > 0 && !place.offered ? t('morePeople', { n: place.more }) : '', place.unit?.name ?? ''].filter((each) => each !== '').join(' · ')}</span>
      {now.length > 1 ? <span className="queue-soft">{t('morePlaces', { n: now.length - 1 })}</span> : null}
    </div>
  );
}
