/** What has changed: `keys` are parts of query keys (a dossier's id, `desk`, `notices`); `all` after something may have been missed. */
export interface Changed { readonly all: boolean; readonly keys: ReadonlySet<string> }

const GATHER_MS = 150;
const POLL_MS = 30_000;
const CHANNEL = 'totrinh.live';
const LOCK = 'totrinh.live';

/**
 * Hears what changes on the server. Of all tabs of this browser one holds the connection (a Web Lock picks it) and tells the others; where the connection
 * does not stand, everything shown is read again each half minute. Answers how to stop.
 */
export function openLive(onChanged: (changed: Changed) => void): () => void {
  const gathered = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    onChanged({ all, keys: new Set(gathered) });
    gathered.clear();
    all = false;
  };
  const hear = (keys: readonly string[] | 'all'): void => {
    if (keys === 'all') all = true;
    else for (const key of keys) gathered.add(key);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  const tabs = new BroadcastChannel(CHANNEL);
  tabs.onmessage = ({ data }: MessageEvent<readonly string[] | 'all'>) => hear(data);
  const stopping = new AbortController();
  const tellAll = (keys: readonly string[] | 'all'): void => {
    hear(keys);
    tabs.postMessage(keys);
  };
  const lead = navigator.locks === undefined ? connect(tellAll, stopping.signal) : navigator.locks.request(LOCK, { signal: stopping.signal }, () => connect(tellAll, stopping.signal));
  lead.catch((fault: unknown) => {
    if (!stopping.signal.aborted) throw fault;
  });
  return () => {
    stopping.abort();
    clearTimeout(timer);
    tabs.close();
  };
}

/** Holds the connection until told to stop; the browser opens it again by itself, and each opening says that all may have changed. */
function connect(hear: (keys: readonly string[] | 'all') => void, until: AbortSignal): Promise<void> {
  return new Promise((ended) => {
    const source = new EventSource('/api/v1/live');
    let opened = false;
    source.addEventListener('hello', () => {
      if (opened) hear('all');
      opened = true;
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as { dossiers?: string[]; desk?: boolean; notices?: boolean };
      hear([...(told.dossiers ?? []), ...(told.desk === true ? ['desk'] : []), ...(told.notices === true ? ['notices'] : []), ...((told.dossiers?.length ?? 0) > 0 ? ['dossiers'] : [])]);
    });
    const poll = setInterval(() => {
      if (source.readyState !== EventSource.OPEN) hear('all');
    }, POLL_MS);
    until.addEventListener('abort', () => {
      clearInterval(poll);
      source.close();
      ended();
    }, { once: true });
  });
}
