import type { JSX, ReactNode } from 'react';
import './scroll-box.css';

/** A box for what is wider than a phone (a table, a drawing): it scrolls by itself, by mouse, finger and keyboard, and the page does not. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return <div className="scroll-box" role="region" aria-label={label} tabIndex={0}>{children}</div>;
}
