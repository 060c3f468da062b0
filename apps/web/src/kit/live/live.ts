import { stillSignedIn } from '../api/session.ts';
import { pause, readStream, type LiveEvent } from './read-stream.ts';

/** What has changed: `keys` are parts of query keys (a dossier's id, `dossiers`, `desk`, `notices`); `all` after something may have been missed. */
export interface Changed { readonly all: boolean; readonly keys: ReadonlySet<string> }

type Keys = readonly string[] | 'all';
const GATHER_MS = 300;
const POLL_MS = 20_000;
const LONGEST_WAIT_MS = 60_000;
const NAME = 'totrinh-live';

/**
 * Hears what changes on the server. Of all tabs of this browser one holds the connection (a Web Lock picks it) and tells the others; while there is none,
 * what is shown is read again each 20 s. Answers how to stop.
 */
export function openLive(onChanged: (changed: Changed) => void): () => void {
  const gathered = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (keys: Keys): void => {
    if (keys === 'all') all = true;
    else for (const key of keys) gathered.add(key);
    timer ??= setTimeout(() => {
      timer = undefined;
      onChanged({ all, keys: new Set(gathered) });
      gathered.clear();
      all = false;
    }, GATHER_MS);
  };
  const tabs = new BroadcastChannel(NAME);
  tabs.onmessage = ({ data }: MessageEvent<Keys>) => hear(data);
  const stopping = new AbortController();
  const tellAll = (keys: Keys): void => {
    hear(keys);
    tabs.postMessage(keys);
  };
  const lead = navigator.locks.request(NAME, { signal: stopping.signal }, () => keepConnected(tellAll, stopping.signal));
  lead.catch((fault: unknown) => {
    if (!stopping.signal.aborted) throw fault;
  });
  return () => {
    stopping.abort();
    clearTimeout(timer);
    tabs.close();
  };
}

/** Connects, and again after each end, until told to stop or until the session is over. */
async function keepConnected(tell: (keys: Keys) => void, until: AbortSignal): Promise<void> {
  let wait = 3_000;
  for (let times = 0; !until.aborted; times++) {
    const ended = await readStream((event) => {
      wait = 3_000;
      const keys = keysOf(event, times === 0);
      if (keys !== null) tell(keys);
    }, until);
    if (ended === 'signedOut' && !(await stillSignedIn())) return;
    // A poll stands in for the connection while there is none.
    const again = Date.now() + wait;
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    while (!until.aborted && Date.now() < again) {
      await pause(Math.min(POLL_MS, again - Date.now()), until);
      if (!until.aborted && document.visibilityState === 'visible') tell('all');
    }
  }
}

/** The first greeting finds everything just read; each later one may have missed something. */
function keysOf(event: LiveEvent, first: boolean): Keys | null {
  if (event.name === 'hello') return first ? null : 'all';
  if (event.name !== 'changed') return null;
  const { dossiers = [], notices, desk, all } = event.data;
  if (all === true) return 'all';
  return [...dossiers, ...(dossiers.length > 0 ? ['dossiers'] : []), ...(notices === true ? ['notices'] : []), ...(desk === true ? ['desk'] : [])];
}
