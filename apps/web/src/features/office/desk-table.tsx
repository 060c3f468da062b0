import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { day, dueDay } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { ComponentMark } from './component-mark.tsx';
import type { DeskRow, OfficeDesk } from './use-office-desk.ts';

interface DeskProps { readonly rows: readonly DeskRow[]; readonly stages: OfficeDesk['stages']; readonly onPlace: (row: DeskRow) => void }

/** One dossier a row: where it waits since when, each component đủ or thiếu, and the office's next move. */
export function DeskTable({ rows, stages, onPlace }: DeskProps): JSX.Element {
  const t = useWords('office');
  const titles = new Map(stages.map(({ stage, title }) => [stage, inLanguage(title)]));
  const heads = rows[0]?.components ?? [];
  return (
    <ScrollBox label={t('table')}>
      <table className="office-table">
        <caption className="visually-hidden">{t('table')}</caption>
        <thead><tr><th scope="col">{t('column.dossier')}</th><th scope="col">{t('column.stage')}</th>{heads.map(({ name }) => <th key={name} scope="col">{t(`component.${name}`)}</th>)}<th scope="col">{t('column.next')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.dossier.id}>
              <th scope="row"><Link to={`/dossiers/${row.dossier.id}`}>{row.dossier.title}</Link><span className="quiet office-under">{row.dossier.code} · {row.dossier.leadUnit.name}</span></th>
              <td>{titles.get(row.stage)}<span className="quiet office-under nowrap">{t('since', { day: day(row.since) })}</span>{row.complete ? null : <span className="office-lacks">{t('lacks', { count: row.missing.length })}</span>}</td>
              {row.components.map((component) => <ComponentMark key={component.name} component={component} />)}
              <td><Next row={row} onPlace={onPlace} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Next({ row, onPlace }: { readonly row: DeskRow; readonly onPlace: (row: DeskRow) => void }): JSX.Element {
  const t = useWords('office');
  if (row.number !== null) return <>{row.number}{row.issuedOn === null ? null : <span className="quiet office-under">{t('issued', { day: day(row.issuedOn) })}</span>}</>;
  if (row.stage === 'unscheduled' && row.step !== null) return <><Button size="small" onClick={() => onPlace(row)} aria-label={t('placeOf', { code: row.dossier.code })}>{t('place')}</Button>{row.body === null ? null : <span className="quiet office-under">{row.body.name}</span>}</>;
  if (row.meeting !== null) return <><Link to={`/meetings/${row.meeting.id}`}>{row.meeting.title}</Link><span className="quiet office-under">{day(row.meeting.on)} · {row.meeting.body.name}</span></>;
  return <>{row.step === null ? '–' : inLanguage(row.step.title) || row.step.path}{row.dueAt === null ? null : <span className="quiet office-under nowrap">{t('due', { day: dueDay(row.dueAt) })}</span>}</>;
}
