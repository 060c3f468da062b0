import { useSyncExternalStore } from 'react';

/** What the browser knows of its sign-in; `ended` after a session that was there has run out. The token against forged requests lives here and nowhere else. */
export type SessionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'out'; readonly ended: boolean }
  | { readonly state: 'in'; readonly person: string; readonly name: string; readonly csrf: string };

let kept: SessionState = { state: 'unknown' };
const hearing = new Set<() => void>();

function keep(next: SessionState): void {
  kept = next;
  for (const hear of hearing) hear();
}

/** Asks the server who is signed in here. Another person than before: everything that was read is dropped with the page. */
export async function readSession(): Promise<void> {
  const answer = await fetch('/api/v1/session', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`session: HTTP ${answer.status}`);
  const told = (await answer.json()) as { signedIn: boolean; person?: string; name?: string; csrf?: string };
  if (!told.signedIn || told.person === undefined) return keep({ state: 'out', ended: kept.state === 'in' || (kept.state === 'out' && kept.ended) });
  if (kept.state === 'in' && kept.person !== told.person) return location.assign('/');
  keep({ state: 'in', person: told.person, name: told.name ?? told.person, csrf: told.csrf ?? '' });
}

/** Whether somebody is still signed in here, asked of the server; a server that is away does not end a session. */
export async function stillSignedIn(): Promise<boolean> {
  try {
    await readSession();
  } catch {
    return true;
  }
  return kept.state === 'in';
}

/** Tells that the server no longer knows this session; the screen stays as it is and asks for a new sign-in above it. */
export function sessionEnded(): void {
  if (kept.state === 'in') keep({ state: 'out', ended: true });
}

export const session = (): SessionState => kept;

/** The token that goes with each changing request. */
export const csrf = (): string => (kept.state === 'in' ? kept.csrf : '');

const listen = (hear: () => void): (() => void) => {
  hearing.add(hear);
  return () => hearing.delete(hear);
};
export const useSession = (): SessionState => useSyncExternalStore(listen, session);

const SIGNED_IN = 'totrinh-signed-in';

/** Tells the other tabs of this browser that somebody has signed in. */
export function tellSignedIn(): void {
  const tabs = new BroadcastChannel(SIGNED_IN);
  tabs.postMessage(null);
  tabs.close();
}

/** Hears that somebody has signed in beside; answers how to stop. */
export function hearSignedIn(hear: () => void): () => void {
  const tabs = new BroadcastChannel(SIGNED_IN);
  tabs.onmessage = hear;
  return () => tabs.close();
}

/** Where a sign-in begins; it leads back to `to`. */
export const signInAddress = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`;
