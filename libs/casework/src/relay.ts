import { leaseOutbox, nextOutboxTry, returnOutbox, type LeasedRow } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Leases calls for a move that are due; a relay that dies after this loses nothing, the rows come again. */
export function leaseCalls(desk: Desk, limit: number): Promise<LeasedRow[]> {
  return desk.transact((tx) => leaseOutbox(tx, limit));
}

/** Gives leased calls back that could not be sent at all, so that they go out as soon as somebody can send again. */
export function returnCalls(desk: Desk, dossiers: readonly string[]): Promise<void> {
  return desk.transact((tx) => returnOutbox(tx, dossiers));
}

/** Milliseconds until the next call may be sent; null without any. */
export function nextCallInMs(desk: Desk): Promise<number | null> {
  return desk.transact((tx) => nextOutboxTry(tx));
}
