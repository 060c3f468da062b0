import { useSyncExternalStore } from 'react';
import type { ToneStyle } from './tone-style.ts';

export type Language = 'vi' | 'en';
export type ThemeWish = 'light' | 'dark' | 'system';

/** How this browser shows the application; kept in the browser, since it is about a screen and not about a person's work. */
export interface Preferences { readonly language: Language; readonly theme: ThemeWish; readonly tones: ToneStyle }

const PLACE = 'totrinh.preferences';
const USUAL: Preferences = { language: 'vi', theme: 'system', tones: 'old' };
const hearing = new Set<() => void>();
let kept = read();

function read(): Preferences {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Preferences>) };
  } catch {
    return USUAL;
  }
}

/** What is chosen now. */
export const preferences = (): Preferences => kept;

/** Changes some of it, here and in the other tabs. */
export function prefer(change: Partial<Preferences>): void {
  kept = { ...kept, ...change };
  localStorage.setItem(PLACE, JSON.stringify(kept));
  for (const hear of hearing) hear();
}

/** Calls `hear` after each change; answers how to stop. */
export function onPreferences(hear: () => void): () => void {
  hearing.add(hear);
  return () => hearing.delete(hear);
}

addEventListener('storage', ({ key }) => {
  if (key !== PLACE) return;
  kept = read();
  for (const hear of hearing) hear();
});

/** What is chosen now; renders again when it changes. */
export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences);
