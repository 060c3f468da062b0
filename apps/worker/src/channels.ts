/** Sent by the API's process after a commit that calls for a move; the payload is the dossier's id. May be lost: a poll stands behind it. */
export const CALLED = 'totrinh_called';
/** Sent by the worker's process after a move was committed; the payload is the dossier's id. May be lost. */
export const MOVED_CHANNEL = 'totrinh_moved';
