import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { day, dayTime } from '../../kit/format/format.ts';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords, type Words } from '../../kit/words/use-words.ts';
import { kindOf } from './kinds.ts';
import { useReadNotice } from './use-read-notice.ts';
import type { Notice } from './use-notices.ts';

/** One notice: its kind in words, the dossier it is about, and what more it says. Opening it marks it as read. */
export function NoticeLine({ notice }: { readonly notice: Notice }): JSX.Element {
  const t = useWords('notices');
  const read = useReadNotice();
  const { id, dossier, readAt, at } = notice;
  const name = kindOf(notice.kind) === null ? notice.kind : t(`kind.${notice.kind}`);
  const mark = (): void => read.mutate(id, { onError: (fault) => tell('error', refusalWords(fault, t('failed'))) });
  const more = particulars(t, notice.data);
  return (
    <li className={readAt === null ? 'card notices-line notices-new' : 'card notices-line'}>
      <div className="notices-what">
        <strong>{readAt === null ? <span className="notices-dot" role="img" aria-label={t('unread.mark')} /> : null}{name}</strong> <span className="quiet num nowrap">{dayTime(at)}</span>
        {dossier === null ? <p><Link to="/absences" onClick={readAt === null ? mark : undefined}>{t('toAbsences')}</Link></p> : <p><Link to={`/dossiers/${dossier.id}`} onClick={readAt === null ? mark : undefined}>{dossier.title}</Link> <span className="quiet nowrap">{dossier.code}</span></p>}
        {more === '' ? null : <p className="quiet num">{more}</p>}
      </div>
      {readAt === null ? <Button size="small" className="notices-mark" loading={read.isPending} onClick={mark}>{t('mark')}<span className="visually-hidden">: {name}{dossier === null ? '' : `, ${dossier.code}`}</span></Button> : <span className="quiet notices-at num">{t('readAt', { at: dayTime(readAt) })}</span>}
    </li>
  );
}

/** What the codes, numbers and instants of a notice say beside its kind. */
function particulars(t: Words, data: Notice['data']): string {
  const { reminders, dueAt, number, from, to } = data;
  return [
    typeof reminders === 'number' && reminders > 0 ? t('data.reminders', { n: reminders }) : '',
    typeof dueAt === 'string' ? t('data.due', { at: dayTime(dueAt) }) : '',
    typeof number === 'string' ? t('data.number', { number }) : '',
    typeof from === 'string' && typeof to === 'string' ? t('data.days', { from: day(from), to: day(to) }) : '',
  ].filter((part) => part !== '').join(' · ');
}
