import { useEffect, useState } from 'react';
import { placeIn } from '../../kit/queue-order/queue-order.ts';
import type { DeskRow } from './desk-address.ts';

/** The row that keys act on. `sight`: the index last gone to, to be scrolled to; `focus`: the id of the row that a key went to. */
export interface Current { readonly current: DeskRow | null; readonly sight: number | null; readonly focus: string | null; readonly go: (row: DeskRow) => void }

interface At { readonly id: string | null; readonly index: number; readonly focus: boolean }

/** Keeps to its row while the list changes around it; where the row has left, the one that took its place is current. Coming back to a list leads to the row that was opened. */
export function useCurrent(here: string, rows: readonly DeskRow[]): Current {
  const [at, setAt] = useState<At>(() => ({ id: placeIn(here), index: 0, focus: false }));
  const [sight, setSight] = useState<number | null>(null);
  const found = rows.findIndex((row) => at.id !== null && (row.id === at.id || row.task === at.id));
  const index = at.id === null || rows.length === 0 ? -1 : found >= 0 ? found : Math.min(at.index, rows.length - 1);
  if (found >= 0 && found !== at.index) setAt({ ...at, index: found });
  const ready = rows.length > 0;
  const first = sight === null ? index : null;
  useEffect(() => {
    if (!ready || first === null || first <= 0) return undefined;
    // After the frame has gone to the beginning of a screen that is entered.
    const frame = requestAnimationFrame(() => setSight(first));
    return () => cancelAnimationFrame(frame);
  }, [ready, first]);
  return {
    current: rows[index] ?? null, sight, focus: at.focus ? at.id : null,
    go: (row) => {
      setAt({ id: row.id, index: rows.indexOf(row), focus: true });
      setSight(rows.indexOf(row));
    },
  };
}
