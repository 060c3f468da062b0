import type { LadderRung, Whom } from './ladder.ts';

/** Whom a rung tells when it speaks, by the words that ladders use; each once. */
export function whomOfRung(rung: LadderRung): readonly Whom[] {
  return [...new Set(rung.do.flatMap((action): readonly Whom[] => (action === 'remind' ? ['holder'] : typeof action === 'object' && 'tell' in action ? action.tell : [])))];
}
