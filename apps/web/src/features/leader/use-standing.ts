import { useState } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { useDossier, type Dossier } from './use-dossier.ts';
import type { Card } from './use-leader-desk.ts';

/** How the task stands now against how it stood when the dialog was opened. */
export interface Standing {
  readonly first: { readonly actor: { readonly name: string }; readonly words: string; readonly at: string } | null;
  readonly changed: boolean;
  readonly gone: boolean;
  readonly dossier: Dossier | undefined;
}

/** `card`: as it was opened; `now`: as the list has it (null: no longer); `pending`: while one's own act is under way, what it changes is no news. */
export function useStanding(card: Card, now: Card | null, pending: boolean): Standing {
  const t = useWords('leader');
  const { data: dossier } = useDossier(card.dossier.id);
  const [before, setBefore] = useState<readonly string[] | null>(null);
  if (before === null && dossier !== undefined) setBefore(dossier.decisions.map(({ id }) => id));
  const made = pending ? undefined : dossier?.decisions.findLast(({ id, task }) => before?.includes(id) === false || (now === null && task === card.task));
  const outcome = made === undefined ? '' : t(`outcome.${made.outcome}`);
  return {
    first: made === undefined ? null : { actor: made.actor, at: made.at, words: made.label ?? (outcome === `outcome.${made.outcome}` ? made.outcome : outcome) },
    changed: !pending && now !== null && now.manifest !== card.manifest, gone: !pending && now === null, dossier,
  };
}
