import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type JSX, type ReactNode } from 'react';
import { useHeldPlace, useMargin } from './virtual-place.ts';

interface VirtualListProps<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly render: (row: T, index: number) => ReactNode;
  /** Height of a row in pixels before it was measured. */
  readonly height: number;
  readonly label: string;
  /** The row that is to be kept in sight. */
  readonly at?: number;
  /** Called when the end comes near: reads the next page. */
  readonly onEnd?: () => void;
}

/** A long list in the page's own scroll: only the rows in sight are in the document (at most some forty), each of its own height. Rows that come or go above leave what is looked at where it is. */
export function VirtualList<T>({ rows, keyOf, render, height, label, at, onEnd }: VirtualListProps<T>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const margin = useMargin(list);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const virtual = useVirtualizer<HTMLElement, Element>({ count: rows.length, getScrollElement: () => document.getElementById('scroll'), estimateSize: () => height, overscan: 6, scrollMargin: margin, getItemKey: (i) => keys[i] ?? i });
  useHeldPlace(virtual, keys, margin);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 5) onEnd?.();
  }, [last, rows.length, onEnd]);
  useEffect(() => {
    if (at !== undefined && at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div ref={list} role="list" aria-label={label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
      {shown.map((item) => (
        <div key={item.key} ref={virtual.measureElement} data-index={item.index} role="listitem" aria-setsize={rows.length} aria-posinset={item.index + 1} style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${item.start - margin}px)` }}>
          {render(rows[item.index] as T, item.index)}
        </div>
      ))}
    </div>
  );
}
