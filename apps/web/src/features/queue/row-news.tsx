import type { JSX } from 'react';
import { day, dayTime } from '../../kit/format/format.ts';
import type { Words } from '../../kit/words/use-words.ts';
import type { DeskRow } from './desk-address.ts';

/** Why a line stands in a list that asks nothing: how I settled it, what I was told, what is the matter. */
export function RowNews({ row: { settled, told, trouble, dossier }, t }: { readonly row: DeskRow; readonly t: Words }): JSX.Element | null {
  if (settled !== null) {
    return (
      <>
        <span>{settled.outcome === null ? settled.label ?? t('settled') : t(`outcome.${settled.outcome}`)}</span>
        <span className="queue-day num">{dayTime(settled.at)}</span>
        {dossier.number === null ? null : <span className="queue-day">{t('issuedAs', { number: dossier.number })}</span>}
      </>
    );
  }
  if (told !== null) return <><span>{t(`told.${told.kind}`)}</span><span className="queue-day num">{told.by === null ? dayTime(told.at) : `${told.by.name} · ${dayTime(told.at)}`}</span></>;
  if (trouble !== null) return <><span className="queue-trouble">{t(`trouble.${trouble.kind}`)}</span><span className="queue-day">{trouble.left.length === 0 ? t('since', { day: day(trouble.since) }) : `${trouble.left.map((p) => p.name).join(', ')} · ${t('since', { day: day(trouble.since) })}`}</span></>;
  return null;
}
