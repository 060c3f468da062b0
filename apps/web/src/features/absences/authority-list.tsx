import { Button } from 'antd';
import { useState, type JSX } from 'react';
import type { Me } from '../../kit/api/use-me.ts';
import { day } from '../../kit/format/format.ts';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { WhenAllowed } from '../../kit/ui/when-allowed.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { EndButton } from './end-button.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { RoutesSaid } from './routes-said.tsx';
import { SpanState } from './span-state.tsx';
import { useAuthorities } from './use-authorities.ts';
import { useEndAuthority } from './use-end-authority.ts';

/** Written authorities that I grant or hold, and those of people whose unit I head. */
export function AuthorityList({ me }: { readonly me: Me }): JSX.Element {
  const t = useWords('absences');
  const list = useAuthorities();
  const end = useEndAuthority();
  const [open, setOpen] = useState(false);
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const grant = <Button type="primary" onClick={() => setOpen(true)}>{t('authority.grant')}</Button>;
  return (
    <section aria-labelledby="absences-tuq">
      <div className="absences-head"><h2 id="absences-tuq">{t('authority.title')}</h2>{rows.length === 0 ? null : grant}</div>
      {list.isPending ? <Loading /> : list.isError ? <Failed fault={list.error} retry={() => void list.refetch()} /> : rows.length === 0 ? <StatePage scene="empty" title={t('authority.none')} text={t('authority.noneText')} action={grant} /> : (
        <ScrollBox label={t('authority.title')}>
          <table className="absences-table">
            <caption className="visually-hidden">{t('authority.title')}</caption>
            <thead><tr>{(['number', 'grantor', 'grantee', 'verbs', 'days', 'routes', 'state', 'act'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="nowrap">{row.number}</th>
                  <td>{row.grantor.name}{row.grantor.person === me.person ? <span className="absences-me">{t('me')}</span> : null}</td>
                  <td>{row.grantee.name}{row.grantee.person === me.person ? <span className="absences-me">{t('me')}</span> : null}</td>
                  <td>{row.verbs.map((v) => t(`verb.${v}`)).join(', ')}</td>
                  <td className="num nowrap">{day(row.from)} – {day(row.to)}</td>
                  <td><RoutesSaid routes={row.routes} /></td>
                  <td><SpanState span={row} today={me.today} /></td>
                  <td><WhenAllowed actions={row.allowedActions} verb="endAuthority"><EndButton ask={t('authority.endAsk')} label={t('authority.end')} about={row.number} told={t('authority.ended')} act={end} id={row.id} /></WhenAllowed></td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {list.hasNextPage ? <Button className="absences-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
      <GrantDialog me={me} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}
