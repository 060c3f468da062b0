import { useCallback, useState } from 'react';
import { session } from '../api/session.ts';

const placeOf = (name: string): string => {
  const now = session();
  return `totrinh.draft.${now.state === 'in' ? now.person : 'nobody'}.${name}`;
};

/**
 * A text that a person is writing: kept in the browser under their name at each stroke, so that a reload, a session that ends or a server that is away
 * loses nothing. `name` says what it belongs to (`return:TASK`). `clear` after it was sent.
 */
export function useDraft(name: string, initial = ''): { readonly text: string; readonly write: (text: string) => void; readonly clear: () => void } {
  const [text, setText] = useState(() => localStorage.getItem(placeOf(name)) ?? initial);
  const write = useCallback((next: string) => {
    setText(next);
    if (next === '') localStorage.removeItem(placeOf(name));
    else localStorage.setItem(placeOf(name), next);
  }, [name]);
  const clear = useCallback(() => {
    setText('');
    localStorage.removeItem(placeOf(name));
  }, [name]);
  return { text, write, clear };
}

/** Whether something unfinished is kept under this name. */
export const hasDraft = (name: string): boolean => localStorage.getItem(placeOf(name)) !== null;

/** Forgets every draft of whoever is signed in: on signing out of a shared machine. */
export function forgetDrafts(): void {
  const mine = placeOf('');
  for (const place of Object.keys(localStorage).filter((key) => key.startsWith(mine))) localStorage.removeItem(place);
}
