import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { dayTime, dueDay, number } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Asked } from './asked.ts';
import { StandingMark } from '../../kit/ui/standing-mark.tsx';
import { useBoard, type Board, type BoardLine } from './use-board.ts';

interface LateProps { readonly asked: Asked; readonly ask: (name: string, value: string | null) => void }
const SHOWN = ['late', 'due', 'soon', 'onTime', 'paused'] as const;

/** Open tasks by their term: first by unit, then one by one. */
export function LateTasks({ asked, ask }: LateProps): JSX.Element {
  const t = useWords('overdue');
  const board = useBoard(asked);
  if (board.isPending) return <Loading />;
  if (board.isError) return <Failed fault={board.error} retry={() => void board.refetch()} />;
  const lines = board.data.pages.flatMap((page) => page.items);
  const first = board.data.pages[0];
  return (
    <section aria-labelledby="overdue-tasks">
      <h2 id="overdue-tasks" className="overdue-head">{t('tasks.title')}</h2>
      <div className="overdue-counts" role="group" aria-label={t('filter')}>
        {SHOWN.map((is) => <button key={is} type="button" className={`overdue-count overdue-${is}`} aria-pressed={asked.standing === is} onClick={() => ask('standing', asked.standing === is ? null : is)}><strong>{number(first?.counts[is] ?? 0)}</strong> {t(`is.${is}`)}</button>)}
      </div>
      {first === undefined || first.units.length === 0 ? null : <Units units={first.units} asked={asked} ask={ask} />}
      {lines.length === 0 ? <StatePage scene="empty" title={t('tasks.none')} text={t('tasks.noneText')} action={asked.unit === undefined && asked.standing === undefined ? undefined : <Button onClick={() => { ask('standing', null); ask('unit', null); }}>{t('clear')}</Button>} /> : <Lines lines={lines} />}
      {board.hasNextPage ? <Button className="overdue-more" loading={board.isFetchingNextPage} onClick={() => void board.fetchNextPage()}>{t('more')}</Button> : null}
    </section>
  );
}

function Units({ units, asked, ask }: LateProps & { readonly units: Board['units'] }): JSX.Element {
  const t = useWords('overdue');
  return (
    <ScrollBox label={t('units.title')}>
      <table className="overdue-units">
        <caption className="visually-hidden">{t('units.title')}</caption>
        <thead><tr><th scope="col">{t('units.unit')}</th>{SHOWN.map((is) => <th key={is} scope="col" className="num">{t(`is.${is}`)}</th>)}</tr></thead>
        <tbody>
          {units.map((row) => (
            <tr key={row.unit.id} className={asked.unit === row.unit.id ? 'overdue-chosen' : ''}>
              <th scope="row"><button type="button" className="overdue-unit" aria-pressed={asked.unit === row.unit.id} onClick={() => ask('unit', asked.unit === row.unit.id ? null : row.unit.id)}>{row.unit.name}</button></th>
              {SHOWN.map((is) => <td key={is} className={row[is] > 0 && is === 'late' ? 'num overdue-some' : 'num'}>{number(row[is])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Lines({ lines }: { readonly lines: readonly BoardLine[] }): JSX.Element {
  const t = useWords('overdue');
  return (
    <ScrollBox label={t('tasks.title')}>
      <table className="overdue-lines">
        <caption className="visually-hidden">{t('tasks.title')}</caption>
        <thead><tr>{(['dossier', 'step', 'holder', 'due', 'standing', 'last', 'next'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
        <tbody>{lines.map((line) => <Line key={line.task} line={line} />)}</tbody>
      </table>
    </ScrollBox>
  );
}

function Line({ line }: { readonly line: BoardLine }): JSX.Element {
  const t = useWords('overdue');
  return (
    <tr>
      <th scope="row"><Link to={`/dossiers/${line.dossier.id}`}>{line.dossier.title}</Link><span className="quiet overdue-under">{line.dossier.code} · {line.dossier.leadUnit.name}</span></th>
      <td>{inLanguage(line.step.title) || line.step.path}</td>
      <td>{line.holder?.name ?? <span className="quiet">{t('offered')}</span>}{line.unit === null ? null : <span className="quiet overdue-under">{line.unit.name}</span>}</td>
      <td className="num nowrap">{line.dueAt === null ? '–' : dueDay(line.dueAt)}</td>
      <td><StandingMark standing={line.standing} />{line.explained === null ? null : <span className="quiet overdue-under">{t('explained', { name: line.explained.by.name })}{line.explained.reason === null ? '' : `: ${line.explained.reason}`}</span>}</td>
      <td className="num">{line.last === null ? <span className="quiet">{t('never')}</span> : <>{t('reminded', { count: line.reminders })}<span className="quiet overdue-under nowrap">{dayTime(line.last.at)}</span></>}</td>
      <td className="num nowrap">{line.next === null ? '–' : dayTime(line.next.at)}</td>
    </tr>
  );
}
