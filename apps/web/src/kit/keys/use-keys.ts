import { useEffect, useRef } from 'react';

/** What a key does; `j`, `Enter`, `/`, `?`. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const WRITES = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';
const PRESSES = 'button, input, a[href], summary, [role="button"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], [role="radio"]';

/**
 * Keys of a screen while it is shown. A key does nothing of its own where somebody writes, where a dialog is open, or together with Ctrl, Alt or Meta;
 * Enter and Space stay with the control that has the focus.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const at = event.target as Element | null;
      const does = current.current[event.key];
      if (does === undefined) return;
      if (event.key !== 'Escape' && (at?.closest(WRITES) || document.querySelector('[role="dialog"], [role="alertdialog"]'))) return;
      if ((event.key === 'Enter' || event.key === ' ') && at?.closest(PRESSES)) return;
      event.preventDefault();
      does(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
