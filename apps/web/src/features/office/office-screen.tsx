import { Button, Checkbox } from 'antd';
import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { Page } from '../../kit/ui/page.tsx';
import { SearchBox } from '../../kit/ui/search-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { askedOf } from './asked.ts';
import { DeskTable } from './desk-table.tsx';
import en from './en.json' with { type: 'json' };
import './office.css';
import { PlaceDialog } from './place-dialog.tsx';
import { Stages } from './stages.tsx';
import { useOfficeDesk, type DeskRow } from './use-office-desk.ts';
import vi from './vi.json' with { type: 'json' };

addWords('office', { vi, en });

/** The office's desk: which dossiers have everything, which wait for a meeting, a conclusion, a signature, a number. What is asked stands in the address. */
export function Screen(): JSX.Element {
  const t = useWords('office');
  const me = useMe();
  const [address, setAddress] = useSearchParams();
  const [placing, setPlacing] = useState<DeskRow | null>(null);
  const asked = askedOf(address);
  const desk = useOfficeDesk(asked);
  const ask = (name: string, value: string | null): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const rows = desk.data?.pages.flatMap((page) => page.items) ?? [];
  const stages = desk.data?.pages[0]?.stages ?? [];
  const filtered = Object.keys(asked).length > 0;
  return (
    <Page wide title={t('title')} help={[t('help.what'), t('help.components'), t('help.meeting')]}>
      {desk.isPending ? <Loading /> : desk.isError ? <Failed fault={desk.error} retry={() => void desk.refetch()} /> : (
        <>
          <Stages stages={stages} asked={asked} ask={ask} />
          <div className="office-filters">
            <SearchBox label={t('search')} value={asked.search ?? ''} onSearch={(text) => ask('search', text)} />
            <Checkbox checked={asked.lacking === 'true'} onChange={(event) => ask('lacking', event.target.checked ? 'true' : null)}>{t('onlyLacking')}</Checkbox>
          </div>
          {rows.length === 0 ? <StatePage scene="empty" title={t(filtered ? 'nothing' : 'none')} text={t(filtered ? 'nothingText' : 'noneText')} action={filtered ? <Button onClick={() => setAddress({}, { replace: true })}>{t('clear')}</Button> : undefined} /> : <DeskTable rows={rows} stages={stages} onPlace={setPlacing} />}
          {desk.hasNextPage ? <Button className="office-more" loading={desk.isFetchingNextPage} onClick={() => void desk.fetchNextPage()}>{t('more')}</Button> : null}
        </>
      )}
      {placing === null || me.data === undefined ? null : <PlaceDialog row={placing} today={me.data.today} onClose={() => setPlacing(null)} />}
    </Page>
  );
}
