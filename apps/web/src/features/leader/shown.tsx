import type { JSX } from 'react';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Card } from './use-leader-desk.ts';

const SHORT = 12;

/** What an act is about, so that nobody decides on another content than they have read: title, revision, mã đối chiếu; and what will be recorded, under whose name. */
export function Shown({ card, recorded }: { readonly card: Card; readonly recorded: string | null }): JSX.Element {
  const t = useWords('leader');
  const { dossier: { title, code }, step, manifest } = card;
  return (
    <dl className="leader-shown">
      <div><dt>{t('shown.title')}</dt><dd>{title}</dd></div>
      <div><dt>{t('shown.code')}</dt><dd>{code}{step.title === null ? '' : ` · ${inLanguage(step.title)}`}</dd></div>
      <div><dt>{t('shown.revision')}</dt><dd className="num">{step.round}</dd></div>
      <div><dt>{t('shown.manifest')}</dt><dd>{manifest === null ? t('shown.noManifest') : <code title={manifest}>{manifest.slice(0, SHORT)}</code>}</dd></div>
      {recorded === null ? null : <div className="leader-recorded"><dt>{t('shown.recorded')}</dt><dd aria-live="polite">{recorded}</dd></div>}
    </dl>
  );
}
