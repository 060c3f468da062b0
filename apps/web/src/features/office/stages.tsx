import type { JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Asked } from './asked.ts';
import type { OfficeDesk } from './use-office-desk.ts';

interface StagesProps { readonly stages: OfficeDesk['stages']; readonly asked: Asked; readonly ask: (name: string, value: string | null) => void }

/** The way of a dossier through the office, a stage a button: how many wait there, and how many of them lack something. */
export function Stages({ stages, asked, ask }: StagesProps): JSX.Element {
  const t = useWords('office');
  return (
    <ol className="office-stages" aria-label={t('stages')}>
      {stages.map(({ stage, title, count, lacking }) => (
        <li key={stage}>
          <button type="button" className="office-stage" aria-pressed={asked.stage === stage} onClick={() => ask('stage', asked.stage === stage ? null : stage)}>
            <strong>{number(count)}</strong>
            <span>{inLanguage(title)}</span>
            {lacking > 0 ? <span className="office-lacking">{t('lacking', { count: lacking })}</span> : null}
          </button>
        </li>
      ))}
    </ol>
  );
}
