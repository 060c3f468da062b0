import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { day, dayTime, number, weekday } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { CreateDialog } from './create-dialog.tsx';
import './meetings.css';
import { useBodies } from './use-bodies.ts';
import { useMeetings, type MeetingRow } from './use-meetings.ts';
import { addMeetingWords } from './words.ts';

addMeetingWords();

/** The meetings: those to come, the soonest first, and those that were. */
export function Screen(): JSX.Element {
  const t = useWords('meetings');
  const me = useMe();
  const bodies = useBodies();
  const list = useMeetings();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('new');
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const today = me.data?.today ?? '';
  const ahead = rows.filter(({ on, state }) => on >= today && state !== 'closed').toReversed();
  const past = rows.filter((row) => !ahead.includes(row));
  const mine = bodies.data ?? [];
  const create = mine.length === 0 ? undefined : <Button type="primary" icon={<PlusOutlined />} onClick={() => setAddress({ new: '' })}>{t('create')}</Button>;
  return (
    <Page title={t('title')} help={[t('help.list'), t('help.create')]} extra={create}>
      {list.isPending || me.isPending ? <Loading /> : list.isError ? <Failed fault={list.error} retry={() => void list.refetch()} /> : rows.length === 0 ? <StatePage scene="empty" title={t('none')} text={t('noneText')} /> : (
        <>
          <List id="ahead" rows={ahead} />
          <List id="past" rows={past} />
          {list.hasNextPage ? <Button className="meetings-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
        </>
      )}
      {asked === null || mine.length === 0 ? null : <CreateDialog bodies={mine} first={asked === '' ? null : asked} onClose={() => setAddress({}, { replace: true })} />}
    </Page>
  );
}

function List({ id, rows }: { readonly id: 'ahead' | 'past'; readonly rows: readonly MeetingRow[] }): JSX.Element {
  const t = useWords('meetings');
  return (
    <section aria-labelledby={`meetings-${id}`}>
      <h2 id={`meetings-${id}`} className="meetings-head">{t(id)}</h2>
      {rows.length === 0 ? <p className="quiet">{t(`${id}None`)}</p> : (
        <ScrollBox label={t(id)}>
          <table className="meetings-list">
            <caption className="visually-hidden">{t(id)}</caption>
            <thead><tr>{(['on', 'meeting', 'items', 'papers', 'state'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="num nowrap">{day(row.on)}<span className="quiet meetings-under">{weekday(row.on)}</span></td>
                  <th scope="row"><Link to={`/meetings/${row.id}`}>{row.title}</Link><span className="quiet meetings-under">{row.body.name}{row.place === '' ? '' : ` · ${row.place}`}</span></th>
                  <td className="num">{number(row.items)}</td>
                  <td>{row.papersSentAt === null ? <span className="quiet">{t('papersNotSent')}</span> : t('papersSentAt', { at: dayTime(row.papersSentAt) })}</td>
                  <td>{t(`state.${row.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
