/** The lists of a person's desk: cần xử lý; đã chuyển, chờ kết quả; nhận để biết; đã xử lý; vướng mắc. */
export const DESK_LISTS = ['todo', 'waiting', 'informed', 'done', 'troubled'] as const;
export type DeskList = (typeof DESK_LISTS)[number];

/** In which order a list comes: the nearest term first (what has none last), the latest first, by the dossier's code. */
export const DESK_SORTS = ['due', 'newest', 'code'] as const;
export type DeskSort = (typeof DESK_SORTS)[number];

/**
 * How a task stands to its term, as a filter groups it; each stands in exactly one. What lies before leaders is in a group of its own and never overdue;
 * `none` has no term.
 */
export const DUE_GROUPS = ['overdue', 'today', 'soon', 'later', 'none', 'beforeLeaders', 'paused'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** Kinds of notice that tell of a dossier without asking anything of whoever is told. */
export const INFORMING_NOTICES = ['notify', 'escalated', 'inStead', 'takenOver', 'moveAsked'] as const;
/** Why a dossier stands among those that one was told of: a notice of such a kind, or a mention in its remarks. */
export const TOLD_KINDS = [...INFORMING_NOTICES, 'mentioned'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** Vướng mắc: a task that nobody may do any more; a move that the system could not make. */
export const TROUBLES = ['ownerless', 'notMoving'] as const;
export type Trouble = (typeof TROUBLES)[number];
/** Minutes after which a move that was called for and not made is a trouble. */
export const NOT_MOVING_MINUTES = 10;

/** Most views that a person keeps. */
export const MOST_VIEWS = 50;
