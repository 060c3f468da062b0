import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import type { Me } from '../../kit/api/use-me.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { WhenAllowed } from '../../kit/ui/when-allowed.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { DeclareDialog } from './declare-dialog.tsx';
import { EndButton } from './end-button.tsx';
import { RoutesSaid } from './routes-said.tsx';
import { SpanState } from './span-state.tsx';
import { useAbsences } from './use-absences.ts';
import { useEndAbsence } from './use-end-absence.ts';

/** My absences and those in which I stand in, the latest first. */
export function AbsenceList({ me }: { readonly me: Me }): JSX.Element {
  const t = useWords('absences');
  const list = useAbsences();
  const end = useEndAbsence();
  const [open, setOpen] = useState(false);
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const declare = <Button type="primary" onClick={() => setOpen(true)}>{t('absence.declare')}</Button>;
  return (
    <section aria-labelledby="absences-away">
      <div className="absences-head"><h2 id="absences-away">{t('absence.title')}</h2>{rows.length === 0 ? null : declare}</div>
      {list.isPending ? <Loading /> : list.isError ? <Failed fault={list.error} retry={() => void list.refetch()} /> : rows.length === 0 ? <StatePage scene="empty" title={t('absence.none')} text={t('absence.noneText')} action={declare} /> : (
        <ScrollBox label={t('absence.title')}>
          <table className="absences-table">
            <caption className="visually-hidden">{t('absence.title')}</caption>
            <thead><tr>{(['person', 'substitute', 'days', 'routes', 'state', 'act'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.person.name}{row.person.person === me.person ? <span className="absences-me">{t('me')}</span> : null}</th>
                  <td>{row.substitute.name}{row.substitute.person === me.person ? <span className="absences-me">{t('me')}</span> : null}</td>
                  <td className="num nowrap">{day(row.from)} – {day(row.to)}</td>
                  <td><RoutesSaid routes={row.routes} /></td>
                  <td><SpanState span={row} today={me.today} /></td>
                  <td><WhenAllowed actions={row.allowedActions} verb="endAbsence"><EndButton ask={t('absence.endAsk')} label={t('absence.end')} about={row.substitute.name} told={t('absence.ended')} act={end} id={row.id} /></WhenAllowed></td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {list.hasNextPage ? <Button className="absences-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
      <DeclareDialog me={me} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}
