import { useSyncExternalStore } from 'react';

/** Whether the server was reached by the latest request; the banner tells it, and the next good answer takes it away. */
let reached = true;
const hearing = new Set<() => void>();

/** Notes how a request went. */
export function noteReach(went: boolean): void {
  if (went === reached) return;
  reached = went;
  for (const hear of hearing) hear();
}

const listen = (hear: () => void): (() => void) => {
  hearing.add(hear);
  addEventListener('online', hear);
  addEventListener('offline', hear);
  return () => {
    hearing.delete(hear);
    removeEventListener('online', hear);
    removeEventListener('offline', hear);
  };
};

/** `online`: all is well; `offline`: this device has no network; `away`: the server does not answer. */
export const useReach = (): 'online' | 'offline' | 'away' => useSyncExternalStore(listen, () => (!navigator.onLine ? 'offline' : reached ? 'online' : 'away'));
