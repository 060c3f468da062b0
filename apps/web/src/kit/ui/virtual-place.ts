import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface Seen { readonly key: unknown; readonly start: number; readonly end: number }

const scroller = (): HTMLElement | null => document.getElementById('scroll');

/** How far below the beginning of the page's scroll a list begins; read again when what stands above it grows or shrinks. */
export function useMargin(list: RefObject<HTMLElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const read = (): void => setMargin(Math.round((list.current?.getBoundingClientRect().top ?? 0) - (scroller()?.getBoundingClientRect().top ?? 0) + (scroller()?.scrollTop ?? 0)));
    read();
    const sized = new ResizeObserver(read);
    const page = document.getElementById('main');
    if (page !== null) sized.observe(page);
    if (list.current?.parentElement) sized.observe(list.current.parentElement);
    return () => sized.disconnect();
  }, [list]);
  return margin;
}

/**
 * Keeps what a person looks at where it is when rows above come or go: the first row in sight that is still there stays at its height. At the beginning of
 * the page nothing is held, so that what comes new is seen.
 */
export function useHeldPlace(virtual: Virtualizer<HTMLElement, Element>, keys: readonly string[], margin: number): void {
  const before = useRef<{ readonly keys: readonly string[]; readonly seen: readonly Seen[] }>({ keys, seen: [] });
  useLayoutEffect(() => {
    const page = scroller();
    if (page === null || before.current.keys === keys || page.scrollTop <= margin) return;
    const where = new Map(keys.map((key, i) => [key, i]));
    const held = before.current.seen.find(({ key, end }) => end > page.scrollTop && where.has(String(key)));
    const now = held === undefined ? undefined : virtual.measurementsCache[where.get(String(held.key)) ?? -1];
    if (held !== undefined && now !== undefined && Math.abs(now.start - held.start) >= 1) page.scrollTop += now.start - held.start;
  }, [keys, margin, virtual]);
  useEffect(() => {
    before.current = { keys, seen: virtual.getVirtualItems().map(({ key, start, end }) => ({ key, start, end })) };
  });
}
