import { memo, useEffect, useRef, type JSX } from 'react';
import { Link } from 'react-router';
import { dueDay } from '../../kit/format/format.ts';
import { DueMark } from '../../kit/ui/due-mark.tsx';
import type { Words } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import type { DeskRow } from './desk-address.ts';
import { toneOf } from './row-due.ts';
import { RowNews } from './row-news.tsx';
import { RowPlace } from './row-place.tsx';

interface DeskRowProps {
  readonly row: DeskRow;
  readonly to: string;
  /** The row that keys act on; `focus`: and that has just become so by a key. */
  readonly current: boolean;
  readonly focus: boolean;
  readonly chosen: boolean;
  readonly onChoose: (id: string, range: boolean) => void;
  readonly onOpen: (row: DeskRow) => void;
  /** The catalogue, asked for once for the whole list. */
  readonly t: Words;
}

function Line({ row, to, current, focus, chosen, onChoose, onOpen, t }: DeskRowProps): JSX.Element {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focus) link.current?.focus({ preventScroll: true });
  }, [focus]);
  const { dossier } = row;
  const unread = row.told?.read === false || (row.told === null && row.settled === null && row.task !== null && !row.seen);
  return (
    <article className={`queue-row${current ? ' queue-current' : ''}${chosen ? ' queue-chosen' : ''}`} data-row={row.id}>
      <span className="queue-choose">
        {row.bulk.length === 0 ? null : <input type="checkbox" checked={chosen} aria-label={t('choose', { code: dossier.code })} onChange={(event) => onChoose(row.id, (event.nativeEvent as MouseEvent).shiftKey)} />}
      </span>
      <div className="queue-what">
        <Link ref={link} className={unread ? 'queue-title queue-new' : 'queue-title'} to={to} aria-current={current ? 'true' : undefined} onClick={() => onOpen(row)}>{unread ? <span className="visually-hidden">{t('new')} </span> : null}{dossier.title}</Link>
        <p className="queue-facts">
          <span className="num nowrap">{dossier.code}</span>
          {row.urgency === 'normal' ? null : <span className={`queue-tag queue-${row.urgency}`}>{t(`urgency.${row.urgency}`)}</span>}
          {row.inSteadOf === null ? null : <span className="queue-tag queue-stead">{t('inStead', { name: row.inSteadOf.name })}</span>}
          {row.byAuthorityOf === null ? null : <span className="queue-tag queue-stead">{t('byAuthority', { name: row.byAuthorityOf.name })}</span>}
          {row.asHelper ? <span className="queue-tag">{t('helper')}</span> : null}
          {row.offered ? <span className="queue-tag">{t('offered')}</span> : null}
          {row.moving ? <span className="queue-tag">{t('moving')}</span> : null}
          <span>{dossier.leadUnit.name}</span>
        </p>
      </div>
      <RowPlace row={row} t={t} />
      <div className="queue-due">
        <RowNews row={row} t={t} />
        {row.standing === null ? null : <DueMark tone={toneOf(row.standing)} words={inLanguage(row.standing)} />}
        {row.dueAt === null || row.standing?.is === 'beforeLeaders' ? null : <span className="queue-day num">{t('dueOn', { day: dueDay(row.dueAt) })}</span>}
        {row.standing === null && row.dueAt === null && row.settled === null && row.told === null && row.trouble === null ? <DueMark tone="none" words={t('noTerm')} /> : null}
      </div>
    </article>
  );
}

/** One line of the desk: the whole line opens it, its title is the link. Drawn again only when something of it changes, since hundreds pass while a list is scrolled. */
export const DeskLine = memo(Line);
