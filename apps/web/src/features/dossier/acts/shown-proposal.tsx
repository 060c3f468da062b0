import type { JSX } from 'react';
import { dayTime } from '../../../kit/format/format.ts';
import { useWords } from '../../../kit/words/use-words.ts';
import { said } from '../said.ts';
import type { Dossier } from './shapes.ts';
import { COUNTS } from './values.ts';

/** What somebody proposed, for the second person who answers it: who, what was counted, the outcome, the demands and the reason. */
export function ShownProposal({ dossier: { proposals }, id }: { readonly dossier: Dossier; readonly id: string }): JSX.Element | null {
  const t = useWords('acts');
  const proposal = proposals.find((p) => p.id === id);
  if (proposal === undefined) return null;
  const { counts, outcome } = proposal.params as { readonly counts?: Readonly<Record<string, number>>; readonly outcome?: string };
  return (
    <dl className="act-shown" aria-label={t('dialog.shown')}>
      <div><dt>{t('shown.by')}</dt><dd>{proposal.by.name} · {dayTime(proposal.at)}</dd></div>
      {outcome === undefined ? null : <div><dt>{t('dialog.outcome')}</dt><dd className="act-outcome">{said(t, `outcome.${outcome}`, outcome)}</dd></div>}
      {counts === undefined ? null : <div><dt>{t('field.counts')}</dt><dd className="num">{[...(counts['members'] === undefined ? [] : [t('count.members', { count: counts['members'] })]), ...COUNTS.map((name) => `${t(name === 'present' ? 'count.present' : `option.${name}`)}: ${String(counts[name] ?? 0)}`)].join(' · ')}</dd></div>}
      {proposal.demands.length === 0 ? null : <div><dt>{t('field.demands')}</dt><dd><ol className="act-demands">{proposal.demands.map((text) => <li key={text}>{text}</li>)}</ol></dd></div>}
      {proposal.reason === null ? null : <div><dt>{t('field.reason')}</dt><dd>{proposal.reason}</dd></div>}
    </dl>
  );
}
