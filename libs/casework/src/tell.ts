import { insertDeliveries, insertNotices, type NewNotice, type Tx } from '@totrinh/persistence';

/**
 * Tells people something, once for each effect key: in the application now, and in the same transaction a letter to each person who wants one and a call of each webhook that
 * asks for it, which are sent after it. Any number of notices is two statements' work. Nothing else writes notices.
 */
export function tell(tx: Tx, notices: readonly NewNotice[]): void {
  const once = [...new Map(notices.map((n) => [n.effectKey, n])).values()];
  insertNotices(tx, once);
  insertDeliveries(tx, once);
}
