import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Proposals } from './proposals.tsx';
import { TimelineStep } from './timeline-step.tsx';
import type { Dossier } from './use-dossier.ts';

const AROUND = new Set(['choice', 'end']);

/** Rounds and their steps in time: the latest round first and open, those before it folded. */
export function Timeline({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const rounds = [...Map.groupBy(dossier.steps.filter((s) => !AROUND.has(s.kind)), (s) => s.round)].toSorted(([a], [b]) => b - a);
  return (
    <>
      <Proposals dossier={dossier} />
      {rounds.map(([round, steps], i) => (
        <details key={round} className="dossier-round" open={i === 0}>
          <summary><h3>{t('round', { n: round })}</h3> <span className="quiet">{t('step.count', { n: steps.length })}</span></summary>
          <ol className="dossier-timeline">{steps.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt)).map((step) => <TimelineStep key={step.id} dossier={dossier} step={step} />)}</ol>
        </details>
      ))}
    </>
  );
}
