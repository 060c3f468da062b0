import type { DeskRow } from './desk-address.ts';
import type { BulkAct } from './use-bulk.ts';

/** What is done to many tasks at once. */
export type BulkWish = 'approve' | 'return' | 'transfer' | 'claim';
export const WISHES = ['approve', 'return', 'transfer', 'claim'] as const satisfies readonly BulkWish[];

/** Whether the row itself says that it admits this in bulk. */
export function admits(row: DeskRow, wish: BulkWish): boolean {
  if (row.task === null) return false;
  switch (wish) {
    case 'approve': return row.bulk.includes('review') || row.bulk.includes('consent');
    case 'return': return row.bulk.includes('review');
    case 'transfer': return row.bulk.includes('transfer');
    case 'claim': return row.bulk.includes('claim');
  }
}

/** The act on one task as it is sent; `key` stays the same while the same is sent again. */
export function actOn(row: DeskRow, wish: BulkWish, key: string, said: { readonly reason: string; readonly person: string | null }): BulkAct {
  const reason = said.reason.trim() === '' ? null : said.reason.trim();
  const about = { task: row.task ?? '', key, ...(row.etag === null ? {} : { ifMatch: row.etag }) };
  switch (wish) {
    case 'approve': return { ...about, verb: 'decide', body: { outcome: row.bulk.includes('review') ? 'approved' : 'consent', reason } };
    case 'return': return { ...about, verb: 'decide', body: { outcome: 'returned', reason } };
    case 'transfer': return { ...about, verb: 'transfer', body: { ...(said.person === null ? {} : { person: said.person }) } };
    case 'claim': return { ...about, verb: 'claim', body: {} };
  }
}
