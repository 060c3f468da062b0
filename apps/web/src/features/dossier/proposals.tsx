import type { JSX } from 'react';
import { dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { said } from './said.ts';
import type { Dossier } from './use-dossier.ts';

/** What one person proposed and a second one has confirmed, declined, or is still to answer. */
export function Proposals({ dossier: { proposals } }: { readonly dossier: Dossier }): JSX.Element | null {
  const t = useWords('dossier');
  if (proposals.length === 0) return null;
  return (
    <>
      <h3>{t('proposal.title')}</h3>
      <ul className="dossier-list">
        {proposals.map((p) => (
          <li key={p.id}>
            <strong>{said(t, `proposal.verb.${p.verb}`, p.verb)}</strong> · {p.by.name} · <span className="num quiet">{dayTime(p.at)}</span> · {t(`proposal.state.${p.state}`)}
            {p.decidedBy === null ? '' : ` (${p.decidedBy.name})`}{p.reason === null ? null : <blockquote>{p.reason}</blockquote>}
          </li>
        ))}
      </ul>
    </>
  );
}
