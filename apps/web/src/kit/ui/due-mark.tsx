import type { JSX } from 'react';
import './due-mark.css';

/** How a term stands, as the server says: never reckoned here. `leaders` stand without any hurry of colour. */
export type DueTone = 'none' | 'later' | 'soon' | 'today' | 'overdue' | 'leaders' | 'paused' | 'done';

/** A term in colour and in words; `title` tells its reckoning on hover. */
export function DueMark({ tone, words, title }: { readonly tone: DueTone; readonly words: string; readonly title?: string }): JSX.Element {
  return <span className={`due due-${tone}`} title={title}><span className="due-dot" aria-hidden="true" />{words}</span>;
}
