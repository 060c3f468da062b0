import type { JSX } from 'react';
import { Link } from 'react-router';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { offersOf } from './offers.ts';
import type { OpenAct, Saying } from './open-act.ts';
import type { Card } from './use-leader-desk.ts';

/** Đồng ý · Ý kiến khác · Giao thư ký, as far as the server allows them; for a secretary Ghi nhận thay. */
export function CardActions({ card, onOpen }: { readonly card: Card; readonly onOpen: (act: OpenAct) => void }): JSX.Element | null {
  const t = useWords('leader');
  const { yes, others, ballot, entrust, record, why } = offersOf(card);
  const { task, dossier: { title } } = card;
  if (card.moving) return <p className="leader-note" role="status">{t('moving')}</p>;
  const button = (say: Saying, words: string, kind: string): JSX.Element => (
    <button type="button" className={`leader-say ${kind}`} aria-describedby={`leader-${task}`} onClick={() => onOpen({ task, say })}>{words}</button>
  );
  const nothing = yes === null && others.length === 0 && !ballot && !entrust && !record;
  if (nothing) return why === null ? null : <p className="quiet leader-note">{inLanguage(why)}</p>;
  return (
    <div className="leader-actions" role="group" aria-label={t('actions', { title })}>
      {yes === null ? null : button('agree', inLanguage(yes.label), 'leader-yes')}
      {others.length === 0 ? null : button('other', t('other'), 'leader-other')}
      {ballot ? <Link className="leader-say leader-yes" to={`/tasks/${task}`}>{t('ballot')}</Link> : null}
      {entrust ? button('entrust', t('entrust'), 'leader-quiet') : null}
      {record ? button('record', t('record.name'), 'leader-yes') : null}
    </div>
  );
}
