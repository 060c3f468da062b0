import type { ProgrammeState } from '../case/case.ts';

/** What the record says about the item that a dossier carries: completed, reached the authority, drafted again, stopped (cancelled, turned down, revoked), opened again. */
export interface ItemMark {
  readonly dossier: string;
  readonly mark: 'completed' | 'reached' | 'drafted' | 'stopped' | 'revoked' | 'reopened';
  /** The office's day (`YYYY-MM-DD`) from which it holds. */
  readonly on: string;
}

/** `since` null: nothing of it has happened yet, or it was stopped. */
export interface ItemStanding { readonly state: ProgrammeState; readonly since: string | null }

const NOT_YET: ItemStanding = { state: 'notYetSubmitted', since: null };

/**
 * How an item stood at the end of a day, by the marks of every dossier that has carried it, in the order in which they were made. The same as the item's row says
 * of today: a dossier that was stopped frees the item, one that is opened again takes it back as far as it had come.
 */
export function itemStandingOn(marks: readonly ItemMark[], day: string): ItemStanding {
  const of = new Map<string, ProgrammeState>();
  let standing = NOT_YET;
  for (const m of marks.filter(({ on }) => on <= day)) {
    const before = of.get(m.dossier) ?? 'notYetSubmitted';
    const state = afterMark(before, m.mark);
    of.set(m.dossier, state);
    if (m.mark === 'stopped' || m.mark === 'revoked') standing = NOT_YET;
    else if (state !== standing.state) standing = { state, since: m.on };
  }
  return standing;
}

function afterMark(before: ProgrammeState, mark: ItemMark['mark']): ProgrammeState {
  switch (mark) {
    case 'completed': return 'completed';
    case 'reached': return 'submitted';
    case 'revoked': return 'notYetSubmitted';
    case 'drafted': case 'stopped': return before === 'submitted' ? 'notYetSubmitted' : before;
    case 'reopened': return before;
  }
}
