import { inTransaction, leaseOutbox, nextOutboxTry, type LeasedRow } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Leases calls for a move that are due; a relay that dies after this loses nothing, the rows come again. */
export function leaseCalls(desk: Desk, limit: number): Promise<LeasedRow[]> {
  return inTransaction(desk.source, (tx) => leaseOutbox(tx, limit));
}

/** Milliseconds until the next call may be sent; null without any. */
export function nextCallInMs(desk: Desk): Promise<number | null> {
  return inTransaction(desk.source, (tx) => nextOutboxTry(tx));
}
