import { insertNotices, type NewNotice, type Tx } from '@totrinh/persistence';

/** Tells people something, once for each effect key: in the application now, and on the channels that each has chosen. */
export function tell(tx: Tx, notices: readonly NewNotice[]): void {
  insertNotices(tx, notices);
}
