import type { JSX } from 'react';
import { useWords } from '../../../kit/words/use-words.ts';
import { inLanguage } from '../../../kit/words/words.ts';
import { shortHash } from '../said.ts';
import type { Dossier, Task } from './shapes.ts';

/** What an act is about: the dossier, its revision and the code of its content, so that nobody decides on another content than they have read. */
export function ShownContent({ dossier, task, outcome }: { readonly dossier: Dossier; readonly task: Task | null; readonly outcome: string | null }): JSX.Element {
  const t = useWords('acts');
  const { title, code, round, manifest } = dossier;
  return (
    <dl className="act-shown" aria-label={t('dialog.shown')}>
      <div><dt>{t('dialog.title')}</dt><dd>{title}</dd></div>
      <div><dt>{t('dialog.code')}</dt><dd>{code}</dd></div>
      {task === null ? null : <div><dt>{t('dialog.step')}</dt><dd>{task.step.title === null ? task.step.path : inLanguage(task.step.title)}</dd></div>}
      <div><dt>{t('dialog.revision')}</dt><dd>{round}</dd></div>
      <div><dt>{t('dialog.manifest')}</dt><dd className="act-hash" title={manifest ?? undefined}>{manifest === null ? t('dialog.manifestNone') : shortHash(manifest)}</dd></div>
      {outcome === null ? null : <div><dt>{t('dialog.outcome')}</dt><dd className="act-outcome">{outcome}</dd></div>}
    </dl>
  );
}
