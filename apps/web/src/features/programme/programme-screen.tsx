import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { usePreferences } from '../../kit/words/preferences.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { askedOf, sheetOf, type AskedName } from './asked.ts';
import en from './en.json' with { type: 'json' };
import { Filters } from './filters.tsx';
import { Figures } from './figures.tsx';
import { ItemTable } from './item-table.tsx';
import './programme.css';
import { useProgramme } from './use-programme.ts';
import { useProgrammes } from './use-programmes.ts';
import vi from './vi.json' with { type: 'json' };

addWords('programme', { vi, en });

/** The programme as of a day: its equation, its chart, each item and where it lies. What is asked stands in the address. */
export function Screen(): JSX.Element {
  const t = useWords('programme');
  const { language } = usePreferences();
  const [address, setAddress] = useSearchParams();
  const named = useParams()['id'];
  const programmes = useProgrammes();
  const id = named ?? programmes.data?.items[0]?.id ?? null;
  const asked = askedOf(address);
  const programme = useProgramme(id, asked);
  const ask = (change: Partial<Record<AskedName, string | null>>): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  }, { replace: true });
  const title = programme.data === undefined ? t('title') : `${programme.data.code}: ${programme.data.title}`;
  const extra = id === null || programme.data === undefined ? null : (
    <>
      <Button icon={<DownloadOutlined />} href={sheetOf(id, asked, language)}>{t('sheet')}</Button>
      <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('print')}</Button>
    </>
  );
  return (
    <Page wide title={title} help={[t('help.what'), t('help.equation'), t('help.address')]} extra={extra}>
      {programmes.isError ? <Failed fault={programmes.error} retry={() => void programmes.refetch()} /> : programme.isError ? <Failed fault={programme.error} retry={() => void programme.refetch()} /> : null}
      {programmes.data?.items.length === 0 && named === undefined ? <StatePage scene="empty" title={t('none.title')} text={t('none.text')} /> : null}
      {programmes.isPending || (id !== null && programme.isPending) ? <Loading /> : null}
      {programme.data === undefined || programme.isError ? null : (
        <>
          {programme.data.demo ? <p className="programme-sample">MẪU</p> : null}
          <Figures programme={programme.data} asked={asked} ask={ask} />
          <Filters facets={programme.data.facets} asked={asked} ask={ask} />
          <ItemTable items={programme.data.items} caption={programme.data.sentence} filtered={['state', 'kind', 'leadUnit', 'directing', 'authority', 'search'].some((name) => name in asked)} clear={() => ask({ state: null, kind: null, leadUnit: null, directing: null, authority: null, search: null })} />
        </>
      )}
    </Page>
  );
}
