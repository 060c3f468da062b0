import { useState } from 'react';
import type { DeskRow } from './desk-address.ts';

/** The rows that were chosen for acting on many at once. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Chooses a row or lets it go; with `range`, everything between the one chosen before and this one. */
  readonly toggle: (id: string, range: boolean) => void;
  readonly all: (on: boolean) => void;
  readonly clear: () => void;
}

/** Rows that admit nothing in bulk are never chosen; what left the list is no longer chosen. */
export function useSelection(rows: readonly DeskRow[]): Selection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState<string | null>(null);
  const fitting = rows.filter((r) => r.bulk.length > 0);
  const chosen = new Set(fitting.filter((r) => picked.has(r.id)).map((r) => r.id));
  return {
    chosen,
    toggle: (id, range) => {
      const here = fitting.findIndex((r) => r.id === id);
      const there = range ? fitting.findIndex((r) => r.id === from) : -1;
      const span = there < 0 ? [id] : fitting.slice(Math.min(here, there), Math.max(here, there) + 1).map((r) => r.id);
      const on = !chosen.has(id);
      setPicked(new Set(on ? [...chosen, ...span] : [...chosen].filter((each) => !span.includes(each))));
      setFrom(id);
    },
    all: (on) => setPicked(new Set(on ? fitting.map((r) => r.id) : [])),
    clear: () => setPicked(new Set()),
  };
}
