import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useId, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { SearchBox } from '../../kit/ui/search-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import { BodyCard } from './body-card.tsx';
import en from './en.json' with { type: 'json' };
import './organisation.css';
import { fits } from './plain.ts';
import { UnitCard } from './unit-card.tsx';
import { useOrganisation } from './use-organisation.ts';
import vi from './vi.json' with { type: 'json' };

addWords('organisation', { vi, en });

const REGIMES = ['party', 'state', 'union'] as const;

/** Units and bodies with their posts and who holds them, on the day that the address names (today where it names none), under the names of that day. */
export function Screen(): JSX.Element {
  const t = useWords('organisation');
  const field = useId();
  const [address, setAddress] = useSearchParams();
  const [on, search] = [address.get('on'), address.get('search') ?? ''];
  const { data, error, refetch } = useOrganisation(on);
  const ask = useCallback((name: string, value: string): void => setAddress((now) => {
    const next = new URLSearchParams(now);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true }), [setAddress]);
  const find = useCallback((text: string) => ask('search', text), [ask]);
  const units = data?.units.filter((u) => fits(search, [u.name, u.short, ...u.posts.flatMap((p) => [p.title, ...p.holders.map((h) => h.name)])])) ?? [];
  const bodies = data?.bodies.filter((b) => fits(search, [b.name, ...b.seats.flatMap((p) => [p.title, ...p.holders.map((h) => h.name)])])) ?? [];
  return (
    <Page wide title={t('title')} help={[t('help.what'), t('help.day')]}>
      <div className="organisation-asked">
        <SearchBox label={t('search')} value={search} onSearch={find} />
        {data === undefined ? null : <span className="organisation-day"><label htmlFor={field}>{t('on')}</label><DatePicker id={field} format="D/M/YYYY" allowClear={false} value={dayjs(data.on)} onChange={(next) => ask('on', dayjs(next).format('YYYY-MM-DD'))} /></span>}
      </div>
      {error !== null ? <Failed fault={error} retry={() => void refetch()} /> : data === undefined ? <Loading /> : units.length + bodies.length === 0 ? <StatePage scene="empty" title={t(search === '' ? 'none.day' : 'none.found', { day: day(data.on) })} text={t('none.text')} /> : (
        <>
          {bodies.length === 0 ? null : <section aria-labelledby="organisation-bodies"><h2 id="organisation-bodies" className="organisation-head">{t('bodies')}</h2><div className="organisation-cards">{bodies.map((body) => <BodyCard key={body.id} body={body} />)}</div></section>}
          {REGIMES.map((regime) => ({ regime, of: units.filter((u) => u.regime === regime) })).filter(({ of }) => of.length > 0).map(({ regime, of }) => (
            <section key={regime} aria-labelledby={`organisation-${regime}`}><h2 id={`organisation-${regime}`} className="organisation-head">{t(`regime.${regime}`)} <span className="quiet num">({of.length})</span></h2><div className="organisation-cards">{of.map((unit) => <UnitCard key={unit.id} unit={unit} />)}</div></section>
          ))}
        </>
      )}
    </Page>
  );
}
