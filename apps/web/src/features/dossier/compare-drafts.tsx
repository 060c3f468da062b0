import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { CompareTable } from './compare-table.tsx';
import { useComparison } from './use-comparison.ts';
import type { Dossier, DossierDocument } from './use-dossier.ts';

interface CompareProps { readonly dossier: Dossier; readonly onShow: (document: DossierDocument) => void }

/** What changed in which document between two submissions; read when it is asked for. */
export function CompareDrafts({ dossier, onShow }: CompareProps): JSX.Element {
  const t = useWords('dossier');
  const [open, setOpen] = useState(false);
  return (
    <div className="dossier-compare">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>{t('compare.button')}</Button>
      {open ? <Comparing dossier={dossier} onShow={onShow} /> : null}
    </div>
  );
}

function Comparing({ dossier, onShow }: CompareProps): JSX.Element {
  const t = useWords('dossier');
  const [between, setBetween] = useState<{ from?: number; to?: number }>({});
  const { data, error, refetch } = useComparison(dossier.id, between);
  if (data === undefined) return error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />;
  if (data.states.length < 2) return <p>{t('compare.onlyOne')}</p>;
  const choice = (side: 'from' | 'to'): JSX.Element => (
    <label>
      {t(`compare.${side}`)}
      <select value={data[side]} onChange={(event) => setBetween({ from: data.from, to: data.to, [side]: Number(event.target.value) })}>
        {data.states.map(({ version, by }, i) => <option key={version} value={version}>{t(`compare.state.${by}`, { n: i + 1 })}</option>)}
      </select>
    </label>
  );
  return <>{<div className="dossier-choices">{choice('from')}{choice('to')}</div>}<CompareTable comparison={data} documents={dossier.documents} onShow={onShow} /></>;
}
