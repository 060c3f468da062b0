import { useState } from 'react';
import { wasDone } from '../../kit/queue-order/queue-order.ts';
import type { DeskRow } from './desk-address.ts';

/** What became of the list while it was looked at: rows that left it, and rows that stand differently. */
export interface Changes { readonly left: number; readonly changed: number }

const NONE: Changes = { left: 0, changed: 0 };
const faceOf = (r: DeskRow): string => [r.etag, r.holder?.person, r.dueAt, r.moving, r.settled?.at, r.told?.at, ...r.now.map((p) => `${p.step.path}:${p.people.map((x) => x.person).join()}`)].join('|');

interface Known { readonly list: string; readonly rows: readonly DeskRow[]; readonly own: ReadonlySet<string>; readonly changes: Changes }

interface Reading { readonly list: string; readonly rows: readonly DeskRow[]; /** Read to its end, and not another filter's rows in the meantime. */ readonly settled: boolean; /** There are rows behind those that were read. */ readonly more: boolean }

/**
 * Compares each reading of a list with the one before. `list`: which list in which order and narrowing, so that another filter is no change; `acted` tells that
 * rows were acted on here, of which nothing needs to be told.
 */
export function useChanges({ list, rows, settled, more }: Reading): { readonly changes: Changes; readonly heard: () => void; readonly acted: (ids: readonly string[]) => void } {
  const [known, setKnown] = useState<Known>(() => ({ list, rows, own: new Set(rows.filter((r) => r.task !== null && wasDone(r.task)).map((r) => r.id)), changes: NONE }));
  if (settled && (known.list !== list || known.rows !== rows)) setKnown(known.list === list ? compared(known, rows, more) : { list, rows, own: new Set(), changes: NONE });
  return {
    changes: known.changes,
    heard: () => setKnown((now) => ({ ...now, changes: NONE })),
    acted: (ids) => setKnown((now) => ({ ...now, own: new Set([...now.own, ...ids]) })),
  };
}

/** What stood at the end may merely have been pushed behind what was read. */
function compared(known: Known, rows: readonly DeskRow[], more: boolean): Known {
  const now = new Map(rows.map((r) => [r.id, faceOf(r)]));
  const before = known.rows.filter((r) => !known.own.has(r.id));
  const end = more ? before.findLastIndex((r) => now.has(r.id)) : before.length;
  const left = before.filter((r, i) => i < end && !now.has(r.id)).length;
  const changed = before.filter((r) => now.has(r.id) && now.get(r.id) !== faceOf(r)).length;
  return { ...known, rows, changes: { left: known.changes.left + left, changed: known.changes.changed + changed } };
}
