import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { dayTime } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { StandingMark } from '../../kit/ui/standing-mark.tsx';
import { useLeadersBoard } from './use-leaders-board.ts';

/** What lies before leaders and bodies: since when, and no word of being late. */
export function LeadersTable(): JSX.Element {
  const t = useWords('overdue');
  const board = useLeadersBoard();
  return (
    <section aria-labelledby="overdue-leaders">
      <h2 id="overdue-leaders" className="overdue-head">{t('leaders.title')}</h2>
      {board.isPending ? <Loading /> : board.isError ? <Failed fault={board.error} retry={() => void board.refetch()} /> : board.data.pages[0]?.items.length === 0 ? <p className="quiet">{t('leaders.none')}</p> : (
        <ScrollBox label={t('leaders.title')}>
          <table className="overdue-lines">
            <caption className="visually-hidden">{t('leaders.title')}</caption>
            <thead><tr>{(['dossier', 'step', 'body', 'standing', 'next'] as const).map((name) => <th key={name} scope="col">{t(name === 'next' ? 'column.nudge' : `column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {board.data.pages.flatMap((page) => page.items).map((line) => (
                <tr key={line.step.id}>
                  <th scope="row"><Link to={`/dossiers/${line.dossier.id}`}>{line.dossier.title}</Link><span className="quiet overdue-under">{line.dossier.code} · {line.dossier.leadUnit.name}</span></th>
                  <td>{inLanguage(line.step.title) || line.step.path}</td>
                  <td>{line.body?.name ?? ''}</td>
                  <td><StandingMark standing={line.standing} /></td>
                  <td className="num nowrap">{line.next === null ? '–' : dayTime(line.next.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {board.hasNextPage ? <Button className="overdue-more" loading={board.isFetchingNextPage} onClick={() => void board.fetchNextPage()}>{t('more')}</Button> : null}
    </section>
  );
}
