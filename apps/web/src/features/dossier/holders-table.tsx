import { useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { HolderRow } from './holder-row.tsx';
import { useHolders, type Holders } from './use-holders.ts';

const BETWEEN = new Set(['system', 'branches']);

/** Theo dõi trách nhiệm xử lý: for every stretch of the dossier's life who had it. Stretches of the system between steps are told when asked for. */
export function HoldersTable({ id }: { readonly id: string }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch } = useHolders(id);
  const [all, setAll] = useState(false);
  if (data === undefined) return error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />;
  const hidden = data.lanes.flatMap((l) => l.spans).filter((s) => BETWEEN.has(s.is)).length;
  return (
    <>
      <p className="quiet">{t('holders.about')}</p>
      <label className="dossier-check"><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {t('holders.all', { n: hidden })}</label>
      {data.lanes.map((lane) => <Lane key={lane.lane} lane={lane} all={all} />)}
    </>
  );
}

function Lane({ lane, all }: { readonly lane: Holders['lanes'][number]; readonly all: boolean }): JSX.Element | null {
  const t = useWords('dossier');
  const name = lane.title === null ? t('holders.main') : inLanguage(lane.title);
  const spans = lane.spans.filter((s) => all || !BETWEEN.has(s.is));
  if (spans.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <div className="dossier-wide" role="region" tabIndex={0} aria-label={t('holders.caption', { name })}>
        <table className="dossier-table">
          <caption className="visually-hidden">{t('holders.caption', { name })}</caption>
          <thead><tr><th scope="col">{t('holders.when')}</th><th scope="col">{t('holders.who')}</th><th scope="col">{t('holders.step')}</th><th scope="col">{t('holders.long')}</th><th scope="col">{t('holders.late')}</th></tr></thead>
          <tbody>{spans.map((s) => <HolderRow key={`${s.from}.${s.is}.${s.step?.id ?? ''}`} span={s} />)}</tbody>
        </table>
      </div>
    </>
  );
}
