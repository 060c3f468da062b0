/** What rules about lateness and leavers need to know beside the case; ids of open steps and tasks of one dossier. */
export interface Circumstances {
  /** Steps whose term has passed now. */
  readonly overdue: readonly string[];
  /** Of those, the ones of which a rung has told the actor as head of the unit or as a superior. */
  readonly told: readonly string[];
  /** Open tasks that nobody may do today, since whoever could has left the post. */
  readonly ownerless: readonly string[];
  /** The office's day, `YYYY-MM-DD`, where what may be done hangs on it. */
  readonly today?: string;
}

/** Nothing is late, and everything has its owner. */
export const ALL_IS_WELL: Circumstances = { overdue: [], told: [], ownerless: [] };
