import { Alert } from 'antd';
import type { JSX } from 'react';
import { dayTime } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Dossier } from './use-draft-dossier.ts';

/** Why the draft came back: what was said at the step that settled last before it was opened. */
function reasonsOf({ steps, decisions, tasks }: Dossier): Dossier['decisions'] {
  const draft = steps.find((s) => s.kind === 'draft' && s.state === 'open');
  const before = steps.filter((s) => s.settledAt !== null && draft !== undefined && s.settledAt <= draft.openedAt && s.kind !== 'parallel').sort((a, b) => ((a.settledAt ?? '') < (b.settledAt ?? '') ? -1 : 1)).at(-1);
  if (before === undefined || before.kind === 'draft') return [];
  const work = new Set(tasks.filter((task) => task.step === before.id).map((task) => task.id));
  return decisions.filter((d) => work.has(d.task) && !d.voided && d.outcome !== 'approved' && d.reason !== null);
}

/** On top of a draft that was returned: who returned it, when, and why. */
export function ReturnedReasons({ dossier }: { readonly dossier: Dossier }): JSX.Element | null {
  const t = useWords('compose');
  const reasons = reasonsOf(dossier);
  if (reasons.length === 0) return null;
  const step = dossier.steps.find((s) => s.path === reasons[0]?.path);
  return (
    <Alert type="warning" showIcon className="compose-returned" title={t('returned.heading', { step: inLanguage(step?.title) || (step?.path ?? '') })}
      description={reasons.map((d) => <figure key={d.id} className="compose-reason"><blockquote>{d.reason}</blockquote><figcaption>{d.principal.name} · {dayTime(d.at)}</figcaption></figure>)}
    />
  );
}
