import type { JSX } from 'react';
import { Link } from 'react-router';
import { day, number } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { Failed, Loading, StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import './registers.css';
import { useRegisters, type Register } from './use-registers.ts';
import { addRegisterWords } from './words.ts';

addRegisterWords();

/** Every register: its series, the next number, and which numbers are missing. */
export function Screen(): JSX.Element {
  const t = useWords('registers');
  const registers = useRegisters();
  return (
    <Page wide title={t('title')} help={[t('help.what'), t('help.missing')]}>
      {registers.isPending ? <Loading /> : registers.isError ? <Failed fault={registers.error} retry={() => void registers.refetch()} /> : registers.data.length === 0 ? <StatePage scene="empty" title={t('none')} text={t('noneText')} /> : (
        <ScrollBox label={t('title')}>
          <table className="registers-list">
            <caption className="visually-hidden">{t('title')}</caption>
            <thead><tr>{(['register', 'notation', 'series', 'given', 'last', 'next', 'missing'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>{registers.data.flatMap((register) => (register.series.length === 0 ? [<Row key={register.id} register={register} />] : register.series.map((series) => <Row key={`${register.id} ${series.series}`} register={register} series={series} />)))}</tbody>
          </table>
        </ScrollBox>
      )}
    </Page>
  );
}

function Row({ register, series }: { readonly register: Register; readonly series?: Register['series'][number] }): JSX.Element {
  const t = useWords('registers');
  const address = `/registers/${encodeURIComponent(register.id)}${series === undefined ? '' : `?series=${encodeURIComponent(series.series)}`}`;
  return (
    <tr>
      <th scope="row"><Link to={address}>{t('name', { kind: t(`kind.${register.type}`) })}</Link><span className="quiet registers-under">{t(`regime.${register.regime}`)} · {t(register.gives ? 'gives' : 'records')}{register.keeps ? ` · ${t('keeps')}` : ''}</span></th>
      <td className="nowrap">{register.notation}</td>
      <td>{series?.series ?? '–'}</td>
      <td className="num">{number(series?.given ?? 0)}</td>
      <td className="num">{series?.lastOn == null ? '–' : day(series.lastOn)}</td>
      <td className="num">{series === undefined ? '–' : number(series.next)}</td>
      <td className="num">{series === undefined || series.missing.length === 0 ? <span className="quiet">{t('noneMissing')}</span> : <span className="registers-missing">{t('missing', { count: series.missing.length, numbers: series.missing.slice(0, 12).map((n) => number(n)).join(', ') + (series.missing.length > 12 ? '…' : '') })}</span>}</td>
    </tr>
  );
}
