import { compareContent, frozenStates, ok, refuse, type ContentChanges, type FrozenState, type Result } from '@totrinh/domain';
import { factsOf, storedChain } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

export interface Compared extends ContentChanges { readonly states: readonly FrozenState[]; readonly from: number; readonly to: number }

/**
 * What changed in which document between two frozen states, each named by its place on the chain; by default the last two.
 * Whether the reader may see the dossier is asked by the caller.
 * Errors: DOCUMENT_NOT_FOUND (no such state, or nothing was ever frozen).
 */
export function compareStates(desk: Desk, dossier: string, from: number | null, to: number | null): Promise<Result<Compared>> {
  return desk.transact<Result<Compared>>(async (tx) => {
    const states = frozenStates(factsOf((await storedChain(tx, dossier)).events));
    const after = to === null ? states.at(-1) : states.find((s) => s.seq === to);
    const before = from === null ? states.filter((s) => after && s.seq < after.seq).at(-1) ?? after : states.find((s) => s.seq === from);
    if (!after || !before) return refuse('DOCUMENT_NOT_FOUND', { from, to });
    return ok({ states, from: before.seq, to: after.seq, ...compareContent(before.documents, after.documents) });
  });
}
