import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { CalendarPicker } from './calendar-picker.tsx';
import './calendar.css';
import en from './en.json' with { type: 'json' };
import { Reckoner } from './reckoner.tsx';
import { SpecialDays } from './special-days.tsx';
import { useCalendar } from './use-calendar.ts';
import { Versions } from './versions.tsx';
import vi from './vi.json' with { type: 'json' };
import { YearView } from './year-view.tsx';

addWords('calendar', { vi, en });

const GENERAL = 'vn';
const YEAR = /^(19|20|21)\d\d$/;

/** The working calendar of a year: days off, worked Saturdays with their decisions, what is only planned. Year and calendar stand in the address. */
export function Screen(): JSX.Element {
  const t = useWords('calendar');
  const [address, setAddress] = useSearchParams();
  const me = useMe();
  const today = me.data?.today ?? null;
  const asked = address.get('year') ?? '';
  const year = YEAR.test(asked) ? Number(asked) : today === null ? null : Number(today.slice(0, 4));
  const id = address.get('id') ?? GENERAL;
  const { data, error, refetch } = useCalendar(id, year);
  const fault = me.error ?? error;
  const go = (change: { readonly year?: number; readonly id?: string }): void => setAddress((now) => new URLSearchParams({ ...Object.fromEntries(now), ...(change.year === undefined ? {} : { year: String(change.year) }), ...(change.id === undefined ? {} : { id: change.id }) }));
  return (
    <Page wide title={data === undefined ? t('title') : t('titleOf', { year: data.year.year })} help={[t('help.what'), t('help.planned'), t('help.reckon')]} extra={year === null ? null : <CalendarPicker id={id} year={year} go={go} />}>
      {data === undefined || today === null || year === null ? fault === null ? <Loading /> : <Failed fault={fault} retry={() => void refetch()} /> : (
        <>
          <YearView key={`${data.key} ${data.year.year}`} calendar={data} today={today} />
          <Reckoner id={id} today={today} />
          <SpecialDays days={data.year.days} year={data.year.year} />
          <Versions id={id} />
        </>
      )}
    </Page>
  );
}
