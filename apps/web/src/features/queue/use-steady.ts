import { useCallback, useEffect, useRef } from 'react';

/** The same function for as long as the component lives, which does what the latest one does: so that a row is drawn again only when it changes. */
export function useSteady<A extends readonly unknown[]>(does: (...args: A) => void): (...args: A) => void {
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
